import { useState } from 'react';
import type { AttachedFile, DispositionItem } from '../../../server/dispositions/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Notice, Sheet, showToast, TextArea } from '../kit/index.ts';
import { reportFollowUp } from './disposition-operations.ts';
import { FileField } from './file-field.tsx';
import css from './item-panel.module.css';
import { closingBar } from './tree-shape.ts';

interface ReportSheetProps {
  item: DispositionItem;
  open: boolean;
  onClose: () => void;
}

interface Filled {
  text: string;
  isFinal: boolean;
  files: readonly AttachedFile[];
  forceReason: string;
}

const empty: Filled = { text: '', isFinal: true, files: [], forceReason: '' };

/** What was done, with photographs or documents; the final one closes the disposition. */
export function ReportSheet({ item, open, onClose }: ReportSheetProps) {
  const [filled, setFilled] = useState<Filled>({ ...empty, isFinal: closingBar(item) === undefined });
  const set = (change: Partial<Filled>) => setFilled((now) => ({ ...now, ...change }));
  const report = useCommand(reportFollowUp, {
    refresh: ['disposition-items', 'incoming', 'counts', 'home'],
    onDone: () => {
      showToast(filled.isFinal ? 'Laporan akhir terkirim, disposisi selesai' : 'Laporan terkirim');
      setFilled(empty);
      onClose();
    },
  });
  const bar = filled.isFinal ? closingBar(item) : undefined;
  const isReady = filled.text.trim().length >= 3 && (bar === undefined || filled.forceReason.trim().length >= 3);
  const press = () =>
    report.press({
      params: { itemId: item.id },
      body: {
        text: filled.text.trim(),
        isFinal: filled.isFinal,
        fileIds: filled.files.map((file) => file.id),
        forceReason: bar === undefined ? '' : filled.forceReason.trim(),
      },
    });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Lapor tindak lanjut"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={report.pending} disabled={!isReady} onClick={press}>
            {filled.isFinal ? 'Kirim dan selesaikan' : 'Kirim laporan'}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <TextArea
          label="Laporan"
          rows={5}
          maxLength={5000}
          placeholder="Apa yang sudah dikerjakan, dan hasilnya"
          value={filled.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <FileField label="Tambah foto atau berkas" files={filled.files} onChange={(files) => set({ files })} />
        <label className={css['tick']}>
          <input
            type="checkbox"
            checked={filled.isFinal}
            onChange={(event) => set({ isFinal: event.target.checked })}
          />
          Laporan akhir: disposisi ini selesai
        </label>
        {bar === undefined ? null : (
          <>
            <Notice tone="menunggu">{bar}. Tulis alasan bila tetap hendak diselesaikan.</Notice>
            <TextArea
              label="Alasan"
              rows={2}
              maxLength={500}
              value={filled.forceReason}
              onChange={(event) => set({ forceReason: event.target.value })}
            />
          </>
        )}
        {report.problem === null ? null : <ErrorNote problem={report.problem} />}
      </div>
    </Sheet>
  );
}
