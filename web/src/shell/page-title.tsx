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
  /** The page is reached from many lists: the arrow goes where one came from, and to `backTo` when that is elsewhere. */
  backInHistory?: boolean | undefined;
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

interface BackProps {
  to: string | undefined;
  inHistory: boolean | undefined;
}

function BackButton({ to, inHistory }: BackProps) {
  const router = useRouter();
  if (to === undefined) return null;
  return (
    <IconButton
      label="Kembali"
      icon={<IconChevronLeft size={22} stroke={2} />}
      onClick={() => {
        if (inHistory === true && router.history.canGoBack()) router.history.back();
        else void router.navigate({ to });
      }}
    />
  );
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
function PhoneTop({
  backTo,
  backInHistory,
  context,
  phoneActions,
}: Pick<PageTitleProps, 'backTo' | 'backInHistory' | 'context' | 'phoneActions'>) {
  if (backTo === undefined && context === undefined) return null;
  return (
    <div className={css['phoneTop']}>
      <BackButton to={backTo} inHistory={backInHistory} />
      <span className={css['context']}>{context}</span>
      {phoneActions}
    </div>
  );
}

/** The title row of every screen, and the document title. */
export function PageTitle(props: PageTitleProps) {
  const { title, backTo, backInHistory, context, actions, phoneActions, tabs, bare, backOnPhone } = props;
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
      <PhoneTop backTo={backTo} backInHistory={backInHistory} context={context} phoneActions={phoneActions} />
      <div className={css['row']}>
        <div className={css['back']}>
          <BackButton to={backOnPhone === true ? undefined : backTo} inHistory={backInHistory} />
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
