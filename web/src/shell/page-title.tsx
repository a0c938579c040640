import { IconChevronLeft } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { IconButton } from '../kit/button.tsx';
import css from './page-title.module.css';

interface PageTitleProps {
  title: string;
  /** Badges and a line of facts under the title. */
  badges?: ReactNode;
  meta?: ReactNode;
  /** The list this page came from; draws the arrow back. */
  backTo?: string | undefined;
  /** The list stands beside the page on wide screens: the arrow back is for phones. */
  backOnPhone?: boolean;
  /** On phones beside the arrow back: "1 dari 12 · Perlu Tanda Tangan". */
  context?: ReactNode;
  /** Right of the title: pager, buttons. */
  actions?: ReactNode;
  /** Right of the phone's top line; `actions` then stay on wide screens when there is an arrow back. */
  phoneActions?: ReactNode;
  /** Tabs under the title. */
  tabs?: ReactNode;
  /** `bare`: on the page's own ground without a line, as on Beranda. */
  bare?: boolean;
}

function BackButton({ to }: { to: string }) {
  const router = useRouter();
  return (
    <IconButton
      label="Kembali"
      icon={<IconChevronLeft size={22} stroke={2} />}
      onClick={() => void router.navigate({ to })}
    />
  );
}

function DesktopBack({ to }: { to: string | undefined }) {
  return to === undefined ? null : <BackButton to={to} />;
}

function Facts({ badges, meta }: Pick<PageTitleProps, 'badges' | 'meta'>) {
  if (badges === undefined && meta === undefined) return null;
  return (
    <div className={css['facts']}>
      {badges}
      {meta === undefined ? null : <span className={css['meta']}>{meta}</span>}
    </div>
  );
}

/** The line above the title on phones. */
function PhoneTop({ backTo, context, phoneActions }: Pick<PageTitleProps, 'backTo' | 'context' | 'phoneActions'>) {
  if (backTo === undefined && context === undefined) return null;
  return (
    <div className={css['phoneTop']}>
      {backTo === undefined ? null : <BackButton to={backTo} />}
      <span className={css['context']}>{context}</span>
      {phoneActions}
    </div>
  );
}

/** The title row of every screen, and the document title. */
export function PageTitle(props: PageTitleProps) {
  const { title, backTo, context, actions, phoneActions, tabs, bare, backOnPhone } = props;
  const hasPhoneTop = backTo !== undefined || context !== undefined;
  useEffect(() => {
    document.title = `${title} · Lontar`;
  }, [title]);

  return (
    <div
      className={css['bar']}
      data-bare={bare === true ? '' : undefined}
      data-tabs={tabs === undefined ? undefined : ''}
    >
      <PhoneTop backTo={backTo} context={context} phoneActions={phoneActions} />
      <div className={css['row']}>
        <div className={css['back']}>
          <DesktopBack to={backOnPhone === true ? undefined : backTo} />
        </div>
        <div className={css['text']}>
          <h1>{title}</h1>
          <Facts badges={props.badges} meta={props.meta} />
        </div>
        {hasPhoneTop || phoneActions === undefined ? null : <div className={css['phoneActions']}>{phoneActions}</div>}
        {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
      </div>
      {tabs === undefined ? null : <div className={css['tabs']}>{tabs}</div>}
    </div>
  );
}
