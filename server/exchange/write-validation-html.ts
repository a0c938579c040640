import type { SignatureReport, VerificationReport } from '../signing/pades/report.ts';

const VERDICTS: Record<VerificationReport['verdict'], string> = {
  valid: 'Sah: utuh dan dipercaya',
  changed: 'Berubah setelah ditandatangani',
  invalid: 'Tidak sah',
  unknown: 'Tidak dapat dipastikan',
};

export interface ValidationPage {
  fileName: string;
  checkedAt: Date;
  report: VerificationReport;
}

/** The result of the check as a page that opens anywhere, without scripts and without anything from the network. */
export function writeValidationHtml({ fileName, checkedAt, report }: ValidationPage): string {
  const reason = report.reason === undefined ? '' : `<p>${escape(report.reason)}</p>`;
  const signatures = report.signatures.map(describeSignature).join('\n');
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Laporan validasi tanda tangan elektronik</title>
<style>body{font-family:sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;line-height:1.5}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{border:1px solid #888;padding:.35rem .6rem;text-align:left;vertical-align:top}
th{width:13rem;font-weight:600;background:#f2f2f2}</style>
</head>
<body>
<h1>Laporan validasi tanda tangan elektronik</h1>
<table>
${row('Berkas', fileName)}
${row('Diperiksa pada', checkedAt.toISOString())}
${row('Hasil', VERDICTS[report.verdict])}
${row('Jumlah tanda tangan', String(report.signatures.length))}
</table>
${reason}
${signatures}
</body>
</html>
`;
}

function describeSignature(signature: SignatureReport): string {
  const title = signature.kind === 'signature' ? 'Tanda tangan' : 'Stempel waktu dokumen';
  return `<h2>${title}: ${escape(signature.name)}</h2>
<table>
${row('Hasil', VERDICTS[signature.verdict])}
${row('Keterangan', signature.reason)}
${row('Tingkat', signature.level)}
${row('Sertifikat', signature.subject)}
${row('Penerbit', signature.issuer)}
${row('Nomor seri', signature.serial)}
${row('Waktu', (signature.signedAt ?? signature.claimedAt)?.toISOString())}
${row('Stempel waktu oleh', signature.timestamp?.authority)}
${row('Rantai sertifikat dipercaya', signature.chainOk ? 'Ya' : 'Tidak')}
${row('Dicabut', revocation(signature.revoked))}
${row('Mencakup seluruh berkas', signature.coversWholeFile ? 'Ya' : 'Tidak')}
</table>`;
}

function revocation(revoked: boolean | undefined): string {
  if (revoked === undefined) return 'Tidak diketahui';
  return revoked ? 'Ya' : 'Tidak';
}

function row(label: string, value: string | undefined): string {
  return value === undefined ? '' : `<tr><th scope="row">${label}</th><td>${escape(value)}</td></tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
}
