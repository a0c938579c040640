import type { Tx } from '../db.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import { findClassification } from '../organisation/directory.ts';
import type { RegistrationContent } from './registration-shapes.ts';

/** A number as books write it: no blanks around the strokes. */
export const cleanNumber = (number: string) => number.replace(/\s*\/\s*/gu, '/').replace(/\s+/gu, ' ');

interface Facts {
  agencyId: string;
  /** Business date. */
  today: string;
  hasScan: boolean;
}

/**
 * The content as it is kept. R and SR come in a sealed envelope that the registry does not open: no scan, no summary.
 * @throws AppError `invalid_input` with every field that is wrong
 */
export async function checkContent(tx: Tx, given: RegistrationContent, facts: Facts): Promise<RegistrationContent> {
  const content = { ...given, number: cleanNumber(given.number) };
  const fields = [...findProblems(content, facts), ...(await findUnknownCode(tx, facts.agencyId, content))];
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
  return content;
}

function findProblems(content: RegistrationContent, { today, hasScan }: Facts): FieldProblem[] {
  const isSecret = content.securityClass === 'R' || content.securityClass === 'SR';
  const rules: [isBroken: boolean, path: string, message: string][] = [
    [content.senderTitle === '' && content.senderUnit === '', 'senderTitle', 'Isi asal surat'],
    [
      content.letterDate !== null && content.letterDate > today,
      'letterDate',
      'Tanggal surat belum terjadi. Periksa tanggalnya.',
    ],
    [
      isSecret && hasScan,
      'securityClass',
      'Surat rahasia dicatat dari sampulnya tanpa dibuka: keluarkan pindaian ini dari antrean, lalu registrasi dengan tangan.',
    ],
    [
      isSecret && content.summary !== '',
      'summary',
      'Surat rahasia tidak dibuka, jadi isi ringkas dikosongkan. Tulis hal seperti pada sampul.',
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, path, message]) => ({ path: `content.${path}`, message }));
}

async function findUnknownCode(
  tx: Tx,
  agencyId: string,
  { classificationCode }: RegistrationContent,
): Promise<FieldProblem[]> {
  if (classificationCode === null || (await findClassification(tx, agencyId, classificationCode))) return [];
  return [{ path: 'content.classificationCode', message: 'Kode klasifikasi tidak dikenal. Pilih dari daftar.' }];
}
