import { expect } from 'chai';
import { listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import { agendaQuery, isFiltered, readAgendaSearch } from '../../../web/src/agenda/agenda-search.ts';

describe('The agenda in the address', () => {
  it('asks the server what it takes', () => {
    const search = readAgendaSearch({
      q: 1873,
      dari: '2026-11-16',
      sampai: '2026-11-24',
      sifat: ['segera', 'sangat_segera'],
      jalur: 'email',
      status: ['late', 'void', 'dispatched'],
    });
    const query = listAgendaEndpoint.query.parse(agendaQuery(search));
    expect(query).to.deep.include({
      q: '1873',
      from: '2026-11-16',
      grades: ['segera', 'sangat_segera'],
      channels: ['email'],
    });
    expect(query.statuses).to.have.members(['late', 'void', 'dispatched']);
  });

  it('leaves out what the server would refuse', () => {
    const search = readAgendaSearch({ dari: 'kemarin', sifat: 'penting', status: [], tahun: 'x', q: '' });
    expect(Object.values(search).filter((value) => value !== undefined)).to.deep.equal([]);
  });

  it('does not call another unit or year a filter', () => {
    expect(isFiltered(readAgendaSearch({ unit: 'u', tahun: 2025 }))).to.equal(false);
    expect(isFiltered(readAgendaSearch({ meja: 'p' }))).to.equal(true);
  });
});
