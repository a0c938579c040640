import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PositionGroup } from '../../../server/dispositions/contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { Button, Card, ErrorNote, IconButton, SelectField, showToast, Skeleton, TextField } from '../kit/index.ts';
import { listInstructions, setInstructions } from './settings-operations.ts';
import { moveRow } from './move-row.ts';
import css from './settings.module.css';

const groupNames: Record<PositionGroup, string> = {
  leader: 'Pimpinan daerah dan sekretaris daerah',
  office_head: 'Kepala perangkat daerah dan biro',
  section_head: 'Kepala bidang, bagian, dan UPT',
  staff: 'Pelaksana dan jabatan fungsional',
};

function Editor({ group, saved }: { group: PositionGroup; saved: readonly string[] }) {
  const [wordings, setWordings] = useState(saved);
  const [words, setWords] = useState('');
  const save = useCommand(setInstructions, {
    refresh: ['instructions', 'incoming'],
    onDone: () => showToast('Daftar instruksi tersimpan'),
  });
  const isChanged = JSON.stringify(wordings) !== JSON.stringify(saved);
  const add = () => {
    const wording = words.trim();
    if (wording.length < 3 || wordings.includes(wording)) return;
    setWordings([...wordings, wording]);
    setWords('');
  };
  return (
    <Card title={groupNames[group]} aside={`${wordings.length} instruksi`}>
      <div className={css['stack']}>
        <ol className={css['rows']}>
          {wordings.map((wording, at) => (
            <li key={wording}>
              <span className={css['grow']}>{wording}</span>
              <IconButton
                label={`Naikkan ${wording}`}
                disabled={at === 0}
                icon={<IconArrowUp size={18} stroke={1.8} />}
                onClick={() => setWordings(moveRow(wordings, at, -1))}
              />
              <IconButton
                label={`Turunkan ${wording}`}
                disabled={at === wordings.length - 1}
                icon={<IconArrowDown size={18} stroke={1.8} />}
                onClick={() => setWordings(moveRow(wordings, at, 1))}
              />
              <IconButton
                label={`Hapus ${wording}`}
                icon={<IconX size={18} stroke={1.8} />}
                onClick={() => setWordings(wordings.filter((one) => one !== wording))}
              />
            </li>
          ))}
        </ol>
        <form
          className={css['add']}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label="Instruksi baru"
            value={words}
            maxLength={120}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit" icon={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}>
            Tambah
          </Button>
        </form>
        {save.problem === null ? null : <ErrorNote problem={save.problem} />}
        <div className={css['foot']}>
          <Button
            variant="primary"
            disabled={!isChanged || wordings.length === 0}
            pending={save.pending}
            onClick={() => save.press({ params: { group }, body: { wordings: [...wordings] } })}
          >
            Simpan instruksi
          </Button>
          {isChanged ? <Button onClick={() => setWordings(saved)}>Batalkan perubahan</Button> : null}
        </div>
      </div>
    </Card>
  );
}

export function InstructionsTab() {
  const [group, setGroup] = useState<PositionGroup>('leader');
  const found = useOperation(listInstructions, {});
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={5} height={44} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const saved = found.data.groups.find((one) => one.group === group)?.wordings ?? [];
  return (
    <>
      <p className={css['lead']}>Instruksi yang ditawarkan saat memberi disposisi, berbeda menurut kelompok jabatan.</p>
      <SelectField
        label="Kelompok jabatan pemberi"
        value={group}
        options={found.data.groups.map((one) => ({ value: one.group, label: groupNames[one.group] }))}
        onChange={(event) => setGroup(event.target.value as PositionGroup)}
      />
      <Editor key={`${group} ${saved.join('|')}`} group={group} saved={saved} />
    </>
  );
}
