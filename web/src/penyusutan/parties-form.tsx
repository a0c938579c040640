import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { changeableRoles, type DisposalKind, PARTY_ROLES, type PartyRole } from '../../../server/disposal/states.ts';
import { DeskSearch } from '../disposisi/desk-search.tsx';
import { Button, ErrorNote, IconButton, Sheet, showToast } from '../kit/index.ts';
import { setDisposalParties } from './disposal-operations.ts';
import { partiesNoun, roleLabels } from './disposal-words.ts';
import css from './parties-form.module.css';
import { useDisposalCommand } from './use-disposal-command.ts';

interface Chosen {
  role: PartyRole;
  positionId: string;
  title: string;
}

const notes: Record<DisposalKind, string> = {
  transfer: 'Daftar dan berita acaranya ditandatangani kedua pejabat ini.',
  destruction:
    'Panitia paling sedikit tiga orang dan ganjil. Saksi tidak boleh anggota panitia; pengusul tidak boleh menjadi saksi atau pelaksana.',
  handover: 'Panitia paling sedikit tiga orang dan ganjil. Penerima adalah pimpinan lembaga kearsipan daerah.',
};

const repeatable: readonly PartyRole[] = ['panel_archivist', 'panel_member'];

function RoleRow({
  role,
  chosen,
  onChoose,
  onRemove,
}: {
  role: PartyRole;
  chosen: readonly Chosen[];
  onChoose: (one: Chosen) => void;
  onRemove: (one: Chosen) => void;
}) {
  const [open, setOpen] = useState(false);
  const own = chosen.filter((one) => one.role === role);
  const mayAdd = own.length === 0 || repeatable.includes(role);
  return (
    <li className={css['role']}>
      <div className={css['label']}>{roleLabels[role]}</div>
      <div className={css['desks']}>
        {own.map((one) => (
          <div key={one.positionId} className={css['desk']}>
            <span>{one.title}</span>
            <IconButton
              label={`Lepas ${one.title} dari ${roleLabels[role]}`}
              icon={<IconX size={18} stroke={1.8} />}
              onClick={() => onRemove(one)}
            />
          </div>
        ))}
        {mayAdd && !open ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${own.length === 0 ? 'Pilih jabatan' : 'Tambah'}: ${roleLabels[role]}`}
            onClick={() => setOpen(true)}
          >
            {own.length === 0 ? 'Pilih jabatan' : 'Tambah'}
          </Button>
        ) : null}
        {mayAdd && open ? (
          <DeskSearch
            label={roleLabels[role]}
            chosen={own.map(({ positionId }) => positionId)}
            onChoose={(desk) => {
              onChoose({ role, ...desk });
              setOpen(false);
            }}
          />
        ) : null}
      </div>
    </li>
  );
}

/** Who takes part; sent as a whole, so that nobody is half of two panels. */
export function PartiesForm({ disposal, open, onClose }: { disposal: Disposal; open: boolean; onClose: () => void }) {
  const changeable = changeableRoles(disposal.kind, disposal.state);
  const roles = PARTY_ROLES.filter((role) => changeable.includes(role));
  const [chosen, setChosen] = useState<readonly Chosen[]>(() =>
    disposal.parties
      .filter(({ role }) => roles.includes(role))
      .map(({ role, positionId, title }) => ({ role, positionId, title })),
  );
  const save = useDisposalCommand(setDisposalParties, () => {
    showToast('Susunan disimpan');
    onClose();
  });
  const press = () =>
    save.press({
      params: { disposalId: disposal.id },
      body: { version: disposal.version, parties: chosen.map(({ role, positionId }) => ({ role, positionId })) },
    });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={`Pilih ${partiesNoun[disposal.kind]}`}
      wide
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={save.pending} onClick={press}>
            Simpan susunan
          </Button>
        </>
      }
    >
      <p className={css['note']}>{notes[disposal.kind]}</p>
      <ul className={css['roles']}>
        {roles.map((role) => (
          <RoleRow
            key={role}
            role={role}
            chosen={chosen}
            onChoose={(one) => setChosen([...chosen, one])}
            onRemove={(one) => setChosen(chosen.filter((other) => other !== one))}
          />
        ))}
      </ul>
      {save.problem === null ? null : <ErrorNote problem={save.problem} />}
    </Sheet>
  );
}
