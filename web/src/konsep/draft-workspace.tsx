import { IconTextSpellcheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button, showToast, tabPanelProps, Tabs } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import { CircuitPanel } from './circuit-panel.tsx';
import { DraftFields } from './draft-fields.tsx';
import { DraftHeader } from './draft-header.tsx';
import { DraftSheets } from './draft-sheets.tsx';
import css from './draft-workspace.module.css';
import { PhoneFields } from './phone-fields.tsx';
import { ReturnNote } from './return-note.tsx';
import { SaveWarning } from './save-warning.tsx';
import { Comments, Findings, Preview, SideArea } from './side-area.tsx';
import type { DraftStart } from './use-draft.ts';
import { useWorkspace, type Workspace } from './use-workspace.ts';
import { WriteArea } from './write-area.tsx';

/** Fields, paper and preview side by side; below 1180 px as tabs. The editor stays mounted through both. */
export function DraftWorkspace({ start }: { start: DraftStart }) {
  const work = useWorkspace(start);
  const { letter, editing, isWide, isPhone, tab } = work;
  const [dismissed, setDismissed] = useState<unknown>(null);
  const action = useMainAction(work);
  useKeys({ 'Ctrl+s': () => void editing.saver.flush() });

  const openComments = () => {
    if (isWide && work.threads.length > 0) work.setSideTab('catatan');
    else work.setSheet('comments');
  };

  const fields = { letter, ...work.fields, onSignatory: work.signatory.choose };
  return (
    <div className={css['draft']} data-tab={tab}>
      <DraftHeader
        letter={letter}
        editing={editing}
        backTo={work.isCorrection ? `/paraf/${letter.id}` : '/konsep'}
        actionLabel={action.label}
        isPending={work.submission.isPending}
        onAction={action.run}
        onCircuit={() => work.setSheet('circuit')}
      />
      {isWide ? null : <WorkTabs work={work} />}
      <SaveWarning editing={editing} onCompare={() => setDismissed(null)} />
      <ReturnNote letter={letter} openCount={work.openThreads.length} onOpen={openComments} />
      <div className={css['columns']}>
        <Panel work={work} of="isi" className={css['write']}>
          {isPhone ? <PhoneFields {...fields} /> : <DraftFields {...fields} />}
          <WriteArea work={work} onComments={openComments} />
        </Panel>
        {isWide ? (
          <div className={css['side']}>
            <SideArea work={work} />
          </div>
        ) : (
          <NarrowPanels work={work} />
        )}
      </div>
      {isPhone ? (
        <div className={css['actions']}>
          <Button
            variant="outline"
            icon={<IconTextSpellcheck size={20} stroke={1.8} aria-hidden="true" />}
            onClick={() => work.setSheet('findings')}
          >
            {work.findings.length} temuan
          </Button>
          <Button variant="primary" pending={work.submission.isPending} onClick={action.run}>
            {action.label}
          </Button>
        </div>
      ) : null}
      <DraftSheets
        work={work}
        isConflictOpen={editing.saving.conflict !== null && dismissed !== editing.saving.conflict}
        onCloseConflict={() => setDismissed(editing.saving.conflict)}
      />
    </div>
  );
}

function WorkTabs({ work }: { work: Workspace }) {
  return (
    <div className={css['tabs']}>
      <Tabs
        label="Bagian konsep"
        value={work.tab}
        onChange={work.setTab}
        tabs={[
          { value: 'isi', label: 'Isi' },
          {
            value: 'pratinjau',
            label: 'Pratinjau',
            count: work.findings.length === 0 ? undefined : work.findings.length,
          },
          { value: 'alur', label: 'Alur' },
        ]}
      />
    </div>
  );
}

/** On wide screens a plain column, below a tab's panel. */
function Panel({
  work,
  of,
  className,
  children,
}: {
  work: Workspace;
  of: 'isi';
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={className} hidden={!work.isWide && work.tab !== of} {...(work.isWide ? {} : tabPanelProps(of))}>
      {children}
    </div>
  );
}

function NarrowPanels({ work }: { work: Workspace }) {
  if (work.tab === 'pratinjau') {
    return (
      <div className={css['panel']} {...tabPanelProps('pratinjau')}>
        <Preview work={work} />
        {work.isPhone ? null : <Findings work={work} />}
      </div>
    );
  }
  if (work.tab !== 'alur') return null;
  return (
    <div className={css['panel']} data-padded="" {...tabPanelProps('alur')}>
      <CircuitPanel work={work} />
      {work.threads.length === 0 ? null : (
        <>
          <h2 className={css['heading']}>Catatan</h2>
          <Comments work={work} />
        </>
      )}
    </div>
  );
}

/** What the main button does: send up, send up again, or end a correction. */
function useMainAction(work: Workspace): { label: string; run: () => void } {
  const navigate = useNavigate();
  const { letter, editing, submission } = work;

  const endCorrection = async () => {
    if (await editing.saver.flush()) {
      showToast('Koreksi disimpan sebagai versi baru');
      void navigate({ to: '/paraf/$id', params: { id: letter.id } });
    } else {
      showToast('Koreksi belum tersimpan di server. Periksa sambungan, lalu coba lagi.', { tone: 'problem' });
    }
  };

  if (work.isCorrection) return { label: 'Simpan koreksi', run: () => void endCorrection() };
  if (letter.submittedAt !== null) return { label: 'Ajukan lagi', run: () => work.setSheet('submit') };
  const label = editing.content.circuit.length === 0 ? 'Ajukan tanda tangan' : 'Ajukan paraf';
  return { label, run: () => submission.submit() };
}
