import { useState } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { DirectField } from '../registrasi/direct-field.tsx';
import type { ChosenDesk } from '../registrasi/registration-values.ts';
import { directIncoming, listUsualDesks } from './agenda-operations.ts';
import css from './registry.module.css';

interface DirectSheetProps {
  incoming: Incoming;
  open: boolean;
  onClose: () => void;
}

function useUsualDesks(incomingId: string): ChosenDesk[] {
  const usual = useOperation(listUsualDesks, { params: { incomingId } });
  return (usual.data?.desks ?? []).map((desk) => ({ positionId: desk.positionId, title: desk.shortTitle }));
}

export function DirectSheet({ incoming, open, onClose }: DirectSheetProps) {
  const usual = useUsualDesks(incoming.id);
  const [to, setTo] = useState<ChosenDesk[]>([]);
  const [cc, setCc] = useState<ChosenDesk[]>([]);
  const [note, setNote] = useState('');
  const command = useCommand(directIncoming, {
    onDone: () => {
      showToast(`Surat diarahkan ke ${to.map((desk) => desk.title).join(', ')}`);
      onClose();
    },
  });
  const idsOf = (desks: readonly ChosenDesk[]) => desks.map((desk) => desk.positionId);
  const send = () =>
    command.press({ params: { incomingId: incoming.id }, body: { to: idsOf(to), cc: idsOf(cc), note } });

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Arahkan surat"
      wide
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={command.pending} disabled={to.length === 0} onClick={send}>
            Arahkan
          </Button>
        </>
      }
    >
      <div className={css['direct']}>
        <DirectField
          label="Arahkan ke"
          usual={usual}
          chosen={to}
          onChange={setTo}
          error={command.problem?.field('to')}
        />
        <DirectField label="Tembusan" usual={[]} chosen={cc} onChange={setCc} error={command.problem?.field('cc')} />
        <TextArea label="Catatan" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </div>
    </Sheet>
  );
}
