import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Team } from '../../../server/dispositions/contract.ts';
import { newKey, useCommand, useOperation } from '../api/index.ts';
import { DeskSearch, type DeskChoice } from '../disposisi/desk-search.tsx';
import { Button, Card, EmptyState, ErrorNote, Sheet, showToast, Skeleton, TextField, TokenChip } from '../kit/index.ts';
import { listTeams, setTeam } from './settings-operations.ts';
import css from './settings.module.css';

interface TeamDraft {
  id: string;
  name: string;
  leader: DeskChoice | null;
  members: readonly DeskChoice[];
  isNew: boolean;
}

function draftOf(team: Team): TeamDraft {
  const choose = (desk: Team['leader']): DeskChoice => ({ positionId: desk.positionId, title: desk.title });
  return { id: team.id, name: team.name, leader: choose(team.leader), members: team.members.map(choose), isNew: false };
}

function TeamSheet({ draft, onChange }: { draft: TeamDraft; onChange: (draft: TeamDraft | null) => void }) {
  const save = useCommand(setTeam, {
    refresh: ['teams', 'incoming'],
    onDone: () => {
      showToast('Tim tersimpan');
      onChange(null);
    },
  });
  const { leader, members, name, id } = draft;
  const isReady = name.trim().length >= 3 && leader !== null;
  const press = (isEnded: boolean) => {
    if (leader === null) return;
    const memberPositionIds = members.map((desk) => desk.positionId);
    save.press({
      params: { teamId: id },
      body: { name: name.trim(), leaderPositionId: leader.positionId, memberPositionIds, isEnded },
    });
  };
  return (
    <Sheet
      open
      onClose={() => onChange(null)}
      title={draft.isNew ? 'Tim baru' : 'Ubah tim'}
      footer={
        <>
          {draft.isNew ? (
            <Button onClick={() => onChange(null)}>Batal</Button>
          ) : (
            <Button pending={save.pending} onClick={() => press(true)}>
              Bubarkan tim
            </Button>
          )}
          <Button variant="primary" disabled={!isReady} pending={save.pending} onClick={() => press(false)}>
            Simpan tim
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <TextField
          label="Nama tim"
          value={name}
          maxLength={120}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
        {leader === null ? (
          <DeskSearch label="Ketua" chosen={[]} onChoose={(desk) => onChange({ ...draft, leader: desk })} />
        ) : (
          <div className={css['tokens']}>
            <TokenChip removeLabel="Ganti ketua" onRemove={() => onChange({ ...draft, leader: null })}>
              Ketua: {leader.title}
            </TokenChip>
          </div>
        )}
        <div className={css['tokens']}>
          {members.map((desk) => (
            <TokenChip
              key={desk.positionId}
              removeLabel={`Hapus ${desk.title}`}
              onRemove={() =>
                onChange({ ...draft, members: members.filter((one) => one.positionId !== desk.positionId) })
              }
            >
              {desk.title}
            </TokenChip>
          ))}
        </div>
        <DeskSearch
          label="Tambah anggota"
          chosen={members.map((desk) => desk.positionId)}
          onChoose={(desk) => onChange({ ...draft, members: [...members, desk] })}
        />
        {save.problem === null ? null : <ErrorNote problem={save.problem} />}
      </div>
    </Sheet>
  );
}

export function TeamsTab() {
  const [draft, setDraft] = useState<TeamDraft | null>(null);
  const found = useOperation(listTeams, {});
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={3} height={72} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const { teams } = found.data;
  const create = () => setDraft({ id: newKey(), name: '', leader: null, members: [], isNew: true });
  return (
    <>
      <div className={css['foot']}>
        <p className={`${css['lead']} ${css['grow']}`}>
          Tim dapat dipilih sebagai penerima disposisi, termasuk jabatan fungsional tanpa eselon.
        </p>
        <Button variant="outline" icon={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={create}>
          Buat tim
        </Button>
      </div>
      {teams.length === 0 ? (
        <EmptyState icon={<IconUsersGroup size={28} stroke={1.8} />} title="Belum ada tim" />
      ) : (
        <Card>
          <ul className={css['rows']}>
            {teams.map((team) => (
              <li key={team.id}>
                <span className={css['grow']}>
                  <span className={css['name']}>{team.name}</span>
                  <br />
                  <span className="meta">
                    Ketua {team.leader.title} · {team.members.length} anggota
                  </span>
                </span>
                <Button size="small" aria-label={`Ubah ${team.name}`} onClick={() => setDraft(draftOf(team))}>
                  Ubah
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {draft === null ? null : <TeamSheet key={draft.id} draft={draft} onChange={setDraft} />}
    </>
  );
}
