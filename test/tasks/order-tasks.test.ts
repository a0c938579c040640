import { expect } from 'chai';
import { chooseNext, describeTask } from '../../server/tasks/order-tasks.ts';
import type { TaskRow } from '../../server/tasks/queries.ts';

const row = (changes: Partial<TaskRow>): TaskRow => ({
  kind: 'read',
  entityId: '0197f000-0000-7000-8000-000000000001',
  subject: 'Permintaan data',
  about: 'Dinas PUPR',
  handlingGrade: 'biasa',
  securityClass: 'B',
  dueDate: null,
  since: '2026-11-20T02:00:00.000Z',
  initialCount: 0,
  ...changes,
});

describe('chooseNext', () => {
  const next = (rows: TaskRow[]) => chooseNext(rows, '2026-11-24')?.subject;

  it('takes what is due today or overdue before what is most urgent by grade', () => {
    const rows = [
      row({ subject: 'segera', handlingGrade: 'sangat_segera', dueDate: '2026-11-30' }),
      row({ subject: 'hari ini', dueDate: '2026-11-24' }),
      row({ subject: 'lewat', dueDate: '2026-11-20' }),
    ];
    expect(next(rows)).to.equal('lewat');
    expect(next(rows.slice(0, 2))).to.equal('hari ini');
  });

  it('takes very urgent letters before nearer dates that are not due yet', () => {
    const rows = [
      row({ subject: 'besok', dueDate: '2026-11-25' }),
      row({ subject: 'sangat segera', handlingGrade: 'sangat_segera' }),
    ];
    expect(next(rows)).to.equal('sangat segera');
  });

  it('takes the longest wait among equals, and nothing from nothing', () => {
    const rows = [row({ subject: 'baru', since: '2026-11-23T02:00:00.000Z' }), row({ subject: 'lama' })];
    expect(next(rows)).to.equal('lama');
    expect(chooseNext([], '2026-11-24')).to.equal(undefined);
  });
});

describe('describeTask', () => {
  it('leads to the screen where the task is done', () => {
    const paths = (['sign', 'initial', 'mend', 'read'] as const).map((kind) => describeTask(row({ kind })).path);
    expect(paths.map((path) => path.split('/')[1])).to.deep.equal(['ttd', 'paraf', 'konsep', 'masuk']);
  });

  it('says in words what is wanted and from whom', () => {
    expect(describeTask(row({ kind: 'sign', initialCount: 4 })).note).to.equal(
      'Perlu tanda tangan, dari Dinas PUPR. 4 paraf lengkap',
    );
    expect(describeTask(row({ kind: 'mend', about: 'Kepala Bidang' })).note).to.equal(
      'Perlu diperbaiki, dikembalikan Kepala Bidang',
    );
  });
});
