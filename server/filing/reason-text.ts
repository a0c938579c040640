import type { RecordRow } from './record-queries.ts';

/** Why a file is proposed, in words; `because` is the item that led to it, filed or still waiting. */
export function reasonText(
  reason: RecordRow['reason'],
  because: { ordinal: number | null; number: string | null },
): string {
  const item = itemText(because);
  switch (reason) {
    case 'reply':
      return `Balasan atas ${item}`;
    case 'disposition':
      return `Tindak lanjut disposisi atas ${item}`;
    case 'assignment':
      return `Laporan atas surat tugas, ${item}`;
    case 'mention':
      return `Menyebut nomor ${item}`;
    case 'history':
      return `Serupa dengan ${item} dari pengirim dan klasifikasi yang sama`;
    case 'classification':
      return 'Klasifikasi dan jenis sama';
    case 'manual':
      return 'Dipilih arsiparis';
  }
}

function itemText({ ordinal, number }: { ordinal: number | null; number: string | null }): string {
  if (ordinal !== null) return `item ${ordinal}`;
  return number === null || number === '' ? 'surat yang juga menunggu di berkas ini' : `surat ${number}`;
}
