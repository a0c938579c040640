import { deliverLetter } from '../server/delivery/deliver-letter.ts';
import { destroyDisposal } from '../server/disposal/destroy-disposal.ts';
import { timestampPaper } from '../server/disposal/timestamp-paper.ts';
import { typesetPaper } from '../server/disposal/typeset-paper.ts';
import { deliverDisposition } from '../server/dispositions/deliver-disposition.ts';
import { sendMail } from '../server/delivery/send-mail.ts';
import { readIntake } from '../server/intake/read-intake.ts';
import { makeExport } from '../server/exchange/make-export.ts';
import { runLoad } from '../server/exchange/run-load.ts';
import type { JobHandler } from '../server/job-run.ts';
import type { JobName } from '../server/jobs.ts';
import { fileIncoming } from '../server/filing/file-incoming.ts';
import { fileLetter } from '../server/filing/file-letter.ts';
import { readDocument } from '../server/filing/read-document.ts';
import { sealLetter } from '../server/signing/seal-letter.ts';
import { timestampLetter } from '../server/signing/timestamp-letter.ts';

/** Every job with the verb that does it. */
export const HANDLERS: { readonly [N in JobName]: JobHandler<N> } = {
  'signing.seal': sealLetter,
  'signing.timestamp': timestampLetter,
  'delivery.deliver': deliverLetter,
  'delivery.mail': sendMail,
  'intake.read': readIntake,
  'records.file': fileLetter,
  'records.file_incoming': fileIncoming,
  'records.read_document': readDocument,
  'disposition.deliver': deliverDisposition,
  'exchange.export': makeExport,
  'papers.typeset': typesetPaper,
  'papers.timestamp': timestampPaper,
  'disposal.destroy': destroyDisposal,
  'exchange.load': runLoad,
};
