import { useCommand, useOperation } from '../api/index.ts';
import { Card, ErrorNote, SelectField, showToast } from '../kit/index.ts';
import { getFilingSetting, setFilingSetting } from '../berkas/berkas-operations.ts';

const choices = [0, 1, 3, 5, 10, 20];

const dayWords = (days: number) => (days === 0 ? 'Tidak pernah, selalu menunggu arsiparis' : `${days} hari kerja`);

/** After how long a proposal that is certain is filed without an archivist. */
export function FilingSettingCard() {
  const setting = useOperation(getFilingSetting, {});
  const change = useCommand(setFilingSetting, {
    refresh: ['filing-setting', 'records'],
    onDone: () => showToast('Pemberkasan sendiri diubah'),
  });
  const problem = change.problem ?? setting.error;
  const days = setting.data?.fileAfterDays;
  const offered = days === undefined || choices.includes(days) ? choices : [...choices, days].sort((a, b) => a - b);
  return (
    <Card title="Pemberkasan sendiri">
      {days === undefined ? null : (
        <SelectField
          label="Usulan yang pasti diberkaskan tanpa arsiparis setelah"
          hint="Usulan yang meragukan selalu menunggu arsiparis."
          value={String(days)}
          disabled={change.pending}
          options={offered.map((value) => ({ value: String(value), label: dayWords(value) }))}
          onChange={(event) => change.press({ body: { fileAfterDays: Number(event.target.value) } })}
        />
      )}
      {problem === null ? null : <ErrorNote problem={problem} />}
    </Card>
  );
}
