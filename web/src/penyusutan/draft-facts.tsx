import { useState } from 'react';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { Button, Card, ErrorNote, SelectField, showToast, TextField } from '../kit/index.ts';
import { changeDisposal } from './disposal-operations.ts';
import { methodLabels } from './disposal-words.ts';
import css from './disposal-screen.module.css';
import { useDisposalCommand } from './use-disposal-command.ts';

type Method = keyof typeof methodLabels;

/** Where the files lie and how they will be destroyed; files picked in the list can be taken out here. */
export function DraftFacts({
  disposal,
  chosen,
  onRemoved,
}: {
  disposal: Disposal;
  chosen: ReadonlySet<string>;
  onRemoved: () => void;
}) {
  const [location, setLocation] = useState(disposal.location);
  const [method, setMethod] = useState<Method | ''>(disposal.method ?? '');
  const [note, setNote] = useState(disposal.methodNote);
  const change = useDisposalCommand(changeDisposal, () => {
    showToast('Usulan disimpan');
    onRemoved();
  });
  const save = (remove: string[]) =>
    change.press({
      params: { disposalId: disposal.id },
      body: {
        version: disposal.version,
        remove,
        location: location.trim(),
        methodNote: note.trim(),
        ...(method === '' ? {} : { method }),
      },
    });
  return (
    <Card title="Keterangan usulan">
      <div className={css['facts']}>
        <TextField
          label="Lokasi arsip"
          placeholder="Misalnya Depo Arsip Lantai 1, Rak B-04"
          value={location}
          maxLength={200}
          onChange={(event) => setLocation(event.target.value)}
        />
        {disposal.kind === 'destruction' ? (
          <SelectField
            label="Cara pemusnahan"
            value={method}
            onChange={(event) => setMethod(event.target.value as Method | '')}
            options={[
              { value: '', label: 'Pilih cara' },
              ...Object.entries(methodLabels).map(([value, label]) => ({ value, label })),
            ]}
          />
        ) : null}
        {method === 'other' ? (
          <TextField
            label="Sebutkan caranya"
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.target.value)}
          />
        ) : null}
      </div>
      {change.problem === null ? null : <ErrorNote problem={change.problem} />}
      <div className={css['factButtons']}>
        {chosen.size === 0 ? null : (
          <Button disabled={change.pending} onClick={() => save([...chosen])}>
            Lepas {chosen.size} berkas dari usulan
          </Button>
        )}
        <Button variant="outline" pending={change.pending} onClick={() => save([])}>
          Simpan keterangan
        </Button>
      </div>
    </Card>
  );
}
