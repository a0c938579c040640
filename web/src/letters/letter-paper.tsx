import type { ReactNode } from 'react';
import emblem from '../../../templates/letters/emblem.svg';
import type { Letter, Recipient } from '../../../server/letters/contract.ts';
import { useSession } from '../accounts/session.ts';
import { formatDate } from '../format/dates.ts';
import css from './paper.module.css';

const gradeNames = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat Segera' } as const;
const countWords = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];

function annexText(count: number): string {
  if (count === 0) return '-';
  const words = countWords[count];
  return words === undefined ? `${count} berkas` : `${count} (${words}) berkas`;
}

function Letterhead({ letter }: { letter: Letter }) {
  const { agency } = useSession();
  return (
    <header className={css['kop']}>
      <img src={emblem} alt="" width={46} height={56} />
      <div>
        <p className={css['government']}>Pemerintah {agency.shortName}</p>
        <p className={css['office']}>{letter.signatory?.unitName ?? letter.unitName}</p>
      </div>
    </header>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css['row']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function numberOf(letter: Letter): string {
  return letter.number ?? `${letter.classification?.code ?? '……'}/……`;
}

function dateOf(letter: Letter): string {
  return letter.letterDate === null ? 'tanggal saat TTE' : formatDate(letter.letterDate);
}

function Names({ recipients }: { recipients: readonly Recipient[] }) {
  const [only] = recipients;
  if (recipients.length === 1 && only !== undefined) return <>{only.name}</>;
  return (
    <ol className={css['names']}>
      {recipients.map((recipient) => (
        <li key={recipient.id}>{recipient.name}</li>
      ))}
    </ol>
  );
}

function Reference({ letter, subject }: { letter: Letter; subject: ReactNode }) {
  const to = letter.recipients.filter((recipient) => recipient.role === 'to');
  const place = to[0]?.place;
  const common = (
    <>
      <Row label="Sifat">{gradeNames[letter.handlingGrade]}</Row>
      <Row label="Lampiran">{annexText(letter.annexes.length)}</Row>
      <Row label="Hal">{subject}</Row>
    </>
  );
  if (letter.type === 'nota_dinas')
    return (
      <>
        <p className={css['kind']}>Nota Dinas</p>
        <dl className={css['reference']} data-ruled="">
          <Row label="Yth.">
            <Names recipients={to} />
          </Row>
          <Row label="Dari">{letter.signatory?.title ?? '……'}</Row>
          <Row label="Tanggal">{dateOf(letter)}</Row>
          <Row label="Nomor">{numberOf(letter)}</Row>
          {common}
        </dl>
      </>
    );
  return (
    <>
      <div className={css['top']}>
        <dl className={css['reference']}>
          <Row label="Nomor">{numberOf(letter)}</Row>
          {common}
        </dl>
        <p>{dateOf(letter)}</p>
      </div>
      <div className={css['to']}>
        <span>Yth.</span>
        <div>
          <Names recipients={to} />
        </div>
        {place === undefined || place === '' ? null : (
          <>
            <span>di</span>
            <div>{place}</div>
          </>
        )}
      </div>
    </>
  );
}

function Closing({ letter }: { letter: Letter }) {
  const copies = letter.recipients.filter((recipient) => recipient.role === 'cc');
  return (
    <>
      <div className={css['signature']}>
        {letter.onBehalfOf === null ? null : <p>a.n. {letter.onBehalfOf.title},</p>}
        <p>{letter.signatory?.title ?? '……'},</p>
        <p className={css['signBox']}>Tempat tanda tangan elektronik</p>
        <p>{letter.signatory?.holderName ?? '……'}</p>
      </div>
      {copies.length === 0 ? null : (
        <div className={css['copies']}>
          <p>Tembusan:</p>
          <Names recipients={copies} />
        </div>
      )}
    </>
  );
}

/** The letter drawn as text on paper, for reading and comment; the exact print is in the page pictures. */
export function LetterPaper({
  letter,
  subject,
  children,
}: {
  letter: Letter;
  subject?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article className={css['paper']} aria-label={`Naskah ${letter.subject}`}>
      <Letterhead letter={letter} />
      <Reference letter={letter} subject={subject ?? letter.subject} />
      {children}
      <Closing letter={letter} />
    </article>
  );
}
