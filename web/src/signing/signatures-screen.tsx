import { IconSignature } from '@tabler/icons-react';
import { LetterQueue } from '../letters/letter-queue.tsx';
import { SignatureRow } from './signature-row.tsx';

export function SignaturesScreen() {
  return (
    <LetterQueue
      box="to_sign"
      screen="/ttd/$id"
      startKey="t"
      title="Perlu Tanda Tangan"
      note="Nomor diberikan berurutan saat Anda menandatangani"
      empty={{
        icon: <IconSignature size={28} stroke={1.8} />,
        title: 'Tidak ada surat yang menunggu tanda tangan Anda',
        text: 'Surat muncul di sini setelah semua paraf lengkap. Anda diberi tahu saat itu juga.',
      }}
      row={(item) => <SignatureRow key={item.id} item={item} />}
    />
  );
}
