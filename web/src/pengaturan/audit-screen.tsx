import { PageTitle } from '../shell/page-title.tsx';
import css from './audit.module.css';
import { ChainCard } from './chain-card.tsx';
import { FixityCard } from './fixity-card.tsx';
import { RootsCard } from './roots-card.tsx';

/** For auditors and administrators: whether log and stored files are still what was written. */
export function AuditScreen() {
  return (
    <>
      <PageTitle title="Jejak audit" />
      <div className={css['page']}>
        <div className={css['pair']}>
          <ChainCard />
          <FixityCard />
        </div>
        <RootsCard />
      </div>
    </>
  );
}
