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
  backTo?: string;
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

/** The title row of every screen, and the document title. */
export function PageTitle(props: PageTitleProps) {
  const { title, badges, meta, backTo, context, actions, phoneActions, tabs, bare = false } = props;
  const router = useRouter();
  useEffect(() => {
    document.title = `${title} · Lontar`;
  }, [title]);

  const back =
    backTo === undefined ? null : (
      <IconButton
        label="Kembali"
        icon={<IconChevronLeft size={22} stroke={2} />}
        onClick={() => void router.navigate({ to: backTo })}
      />
    );

  return (
    <div className={css['bar']} data-bare={bare ? '' : undefined} data-tabs={tabs === undefined ? undefined : ''}>
      {back === null && context === undefined ? null : (
        <div className={css['phoneTop']}>
          {back}
          <span className={css['context']}>{context}</span>
          {phoneActions}
        </div>
      )}
      <div className={css['row']}>
        <div className={css['back']}>{back}</div>
        <div className={css['text']}>
          <h1>{title}</h1>
          {badges === undefined && meta === undefined ? null : (
            <div className={css['facts']}>
              {badges}
              {meta === undefined ? null : <span className={css['meta']}>{meta}</span>}
            </div>
          )}
        </div>
        {phoneActions !== undefined && back === null && context === undefined ? (
          <div className={css['phoneActions']}>{phoneActions}</div>
        ) : null}
        {actions === undefined ? null : <div className={css['actions']}>{actions}</div>}
      </div>
      {tabs === undefined ? null : <div className={css['tabs']}>{tabs}</div>}
    </div>
  );
}
