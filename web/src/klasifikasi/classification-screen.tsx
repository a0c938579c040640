import { IconDownload, IconFileImport, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { exportClassificationEndpoint } from '../../../server/retention/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { ButtonLink, ErrorNote, Skeleton, TextField, DownloadButton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import css from './classification.module.css';
import { CodePanel } from './code-panel.tsx';
import { CodeTree } from './code-tree.tsx';
import { EditionList } from './edition-list.tsx';
import { FilingSettingCard } from './filing-setting-card.tsx';
import { getCode } from './scheme-operations.ts';

const typingPauseMs = 250;

function Actions({ isAdmin }: { isAdmin: boolean }) {
  const icon = <IconDownload size={18} stroke={1.8} aria-hidden="true" />;
  return (
    <>
      <DownloadButton href={fileAddress<typeof exportClassificationEndpoint>('/classification-export')} icon={icon}>
        Ekspor CSV
      </DownloadButton>
      {isAdmin ? (
        <ButtonLink
          to="/pengaturan/klasifikasi/impor"
          variant="primary"
          icon={<IconFileImport size={18} stroke={1.8} aria-hidden="true" />}
        >
          Impor CSV
        </ButtonLink>
      ) : null}
    </>
  );
}

function Chosen({ code, isAdmin }: { code: string; isAdmin: boolean }) {
  const found = useOperation(getCode, { params: { classificationCode: code } }, { keepPrevious: true });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={4} height={96} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  return <CodePanel key={found.data.code} code={found.data} isAdmin={isAdmin} />;
}

/** Codes above the chosen one, by its own dots, open at first. */
function codesAbove(code: string | undefined): string[] {
  const parts = code?.split('.') ?? [];
  return parts.slice(0, -1).map((_part, at) => parts.slice(0, at + 1).join('.'));
}

function useOpenCodes(selected: string | undefined) {
  const [open, setOpen] = useState(() => new Set(codesAbove(selected)));
  return {
    isOpen: (code: string) => open.has(code),
    onToggle: (code: string) => {
      const next = new Set(open);
      if (!next.delete(code)) next.add(code);
      setOpen(next);
    },
  };
}

/** Words wait for a pause in typing before they go to the address. */
function useWords() {
  const { q = '', kode } = useSearch({ from: '/meja/pengaturan/klasifikasi' });
  const navigate = useNavigate({ from: '/pengaturan/klasifikasi' });
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed.trim() === q) return;
    const search = { kode, q: typed.trim() === '' ? undefined : typed.trim() };
    const timer = setTimeout(() => void navigate({ search, replace: true }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, q, kode, navigate]);
  return { typed, setTyped, words: q, kode };
}

/** Classification and retention schedule: the tree of codes, and the rule and history of one. */
export function ClassificationScreen() {
  const desk = useCurrentDesk();
  const { typed, setTyped, words, kode } = useWords();
  const isAdmin = desk?.roles.includes('admin') === true && desk.canAct;
  const openCodes = useOpenCodes(kode);
  return (
    <div className={css['screen']}>
      <PageTitle
        title="Klasifikasi dan JRA"
        actions={<Actions isAdmin={isAdmin} />}
        backTo={kode === undefined ? undefined : '/pengaturan/klasifikasi'}
        backOnPhone
      />
      <div className={css['body']} data-chosen={kode === undefined ? undefined : ''}>
        <section className={css['side']} aria-label="Daftar kode">
          <TextField
            label="Cari kode"
            type="search"
            value={typed}
            placeholder="000.1 atau perjalanan dinas"
            before={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}
            onChange={(event) => setTyped(event.target.value)}
          />
          <CodeTree tree={{ selected: kode, words, ...openCodes }} />
        </section>
        <section className={css['main']} aria-label={kode === undefined ? 'Edisi' : `Kode ${kode}`}>
          {kode === undefined ? (
            <div className={css['overview']}>
              <EditionList />
              {isAdmin ? <FilingSettingCard /> : null}
            </div>
          ) : (
            <Chosen code={kode} isAdmin={isAdmin} />
          )}
        </section>
      </div>
    </div>
  );
}
