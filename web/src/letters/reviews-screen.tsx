import { IconWritingSign } from '@tabler/icons-react';
import { LetterQueue } from './letter-queue.tsx';
import { ReviewRow } from './review-row.tsx';

export function ReviewsScreen() {
  return (
    <LetterQueue
      box="to_initial"
      screen="/paraf/$id"
      startKey="p"
      title="Perlu Paraf"
      note="Konsep yang menunggu paraf Anda"
      empty={{
        icon: <IconWritingSign size={28} stroke={1.8} />,
        title: 'Tidak ada konsep yang menunggu paraf Anda',
        text: 'Konsep muncul di sini saat tiba giliran Anda dalam urutan paraf.',
      }}
      row={(item) => <ReviewRow key={item.id} item={item} />}
    />
  );
}
