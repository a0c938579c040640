import type { Verification } from '../../../server/verification/contract.ts';
import { formatDate, formatDateTimeSeconds } from '../format/dates.ts';
import { DataList, DataRow } from '../kit/data-list.tsx';
import { Fingerprint } from './fingerprint.tsx';

function SubjectRow({ letter }: { letter: Verification }) {
  if (letter.subject !== null) return <DataRow label="Hal">{letter.subject}</DataRow>;
  return (
    <DataRow label="Hal" note="Surat ini bukan surat terbuka, jadi hal dan isinya tidak dibuka untuk umum.">
      Tidak ditampilkan
    </DataRow>
  );
}

function SignatureRows({ letter }: { letter: Verification }) {
  const at = letter.timestampAt ?? letter.signedAt;
  return (
    <>
      {at === null ? null : (
        <DataRow
          label="Ditandatangani"
          note={letter.timestampAt === null ? 'Waktu server penerbit' : 'Waktu dari layanan cap waktu'}
        >
          {formatDateTimeSeconds(at)}
        </DataRow>
      )}
      {letter.level === null ? null : (
        <DataRow
          label="Tingkat"
          note={`PAdES ${letter.level}${letter.issuer === null ? '' : `, sertifikat dari ${letter.issuer}`}`}
        >
          {letter.isDemo ? 'Tanda tangan elektronik demonstrasi' : 'Tanda tangan elektronik tersertifikasi'}
        </DataRow>
      )}
      {letter.sha256 === null ? null : (
        <DataRow label="Sidik digital" note="SHA-256 dari berkas PDF">
          <Fingerprint sha256={letter.sha256} copyable />
        </DataRow>
      )}
    </>
  );
}

const states: Record<Verification['status'], string> = {
  genuine: 'Berlaku, tidak dicabut',
  revoked: 'Dicabut oleh penerbit',
  in_progress: 'Belum selesai ditandatangani',
  destroyed: 'Isi telah dimusnahkan',
};

/** What anyone with the code may know of the letter. */
export function LetterFacts({ letter }: { letter: Verification }) {
  return (
    <DataList divided>
      {letter.signatories.map(({ name, title }) => (
        <DataRow key={name} label="Penandatangan" note={title}>
          {name}
        </DataRow>
      ))}
      <DataRow label="Nomor">{letter.number}</DataRow>
      <DataRow label="Tanggal">{formatDate(letter.letterDate)}</DataRow>
      <SubjectRow letter={letter} />
      <SignatureRows letter={letter} />
      <DataRow label="Status">{states[letter.status]}</DataRow>
    </DataList>
  );
}
