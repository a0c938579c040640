import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import { findClassification, findPosition } from '../organisation/directory.ts';
import type { DocumentContent } from './document-contract.ts';

/** @throws AppError `invalid_input`, naming every place to mend */
export async function checkDocument(tx: Tx, actor: DeskActor, content: DocumentContent, today: string): Promise<void> {
  const { agencyId } = actor;
  const problems: FieldProblem[] = [];
  if (content.documentDate > today)
    problems.push({ path: 'content.documentDate', message: 'Tanggal dokumen belum tiba. Periksa tanggalnya.' });
  const code = content.classificationCode;
  if (code !== null && !(await findClassification(tx, agencyId, code)))
    problems.push({ path: 'content.classificationCode', message: 'Klasifikasi tidak ditemukan. Pilih dari daftar.' });
  const isSecret = content.securityClass === 'R' || content.securityClass === 'SR';
  if (isSecret && !content.readerPositionIds.includes(actor.positionId))
    problems.push({
      path: 'content.readerPositionIds',
      message:
        'Dokumen rahasia hanya dibaca jabatan yang disebut. Sertakan jabatan Anda agar dokumennya dapat dikelola.',
    });
  for (const id of content.readerPositionIds)
    if (!(await findPosition(tx, agencyId, id)))
      problems.push({ path: 'content.readerPositionIds', message: 'Ada jabatan pembaca yang tidak ditemukan.' });
  if (problems.length > 0) throw new AppError('invalid_input', { fields: problems });
}
