import { expect } from 'chai';
import { ApiProblem } from '../../../web/src/api/api-problem.ts';
import { downloadFault } from '../../../web/src/api/download-fault.ts';
import { fileNameOf } from '../../../web/src/api/fetch-file.ts';

describe('A file of the server', () => {
  it('has the name that the server gives it', () => {
    const disposition = `attachment; filename="agenda.pdf"; filename*=UTF-8''agenda%20Biro%20%C3%9A.pdf`;
    expect(fileNameOf(disposition, '/api/agenda/incoming/export?format=pdf')).to.equal('agenda Biro Ú.pdf');
    expect(fileNameOf('attachment; filename="agenda.pdf"', '/api/x')).to.equal('agenda.pdf');
    expect(fileNameOf(null, '/api/reports/savings.csv?from=2026-01')).to.equal('savings.csv');
  });

  it('is missed in a sentence that says what to do', () => {
    const title = 'Baris terlalu banyak';
    const detail = 'Persempit tanggalnya.';
    const tooMany = new ApiProblem({ code: 'too_many_rows', title, detail, status: 422 });
    expect(downloadFault(tooMany)).to.equal('Berkas tidak terunduh. Persempit tanggalnya.');
    const offline = new ApiProblem({ code: 'offline', title: 'Isian Anda tetap ada', status: 0 });
    expect(downloadFault(offline)).to.match(/server tidak terjangkau/u);
    expect(downloadFault(new Error('x'))).to.equal('Berkas tidak terunduh. Coba lagi.');
  });
});
