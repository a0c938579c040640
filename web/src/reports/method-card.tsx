import { useState } from 'react';
import type { Assumptions } from '../../../server/reports/contract.ts';
import { formatCount } from '../format/numbers.ts';
import { Button } from '../kit/index.ts';
import { AssumptionField } from './assumption-field.tsx';
import { assumptionList } from './assumption-list.ts';
import css from './method-card.module.css';
import { SaveAssumptions } from './save-assumptions.tsx';
import { formatAmount, moneyUnit, type Summary } from './summarise.ts';

interface MethodProps {
  summary: Summary;
  current: Assumptions;
  trial: Assumptions | undefined;
  canEdit: boolean;
  onTrial: (assumptions: Assumptions | undefined) => void;
}

/** Exact to the sheet, so that the product beside it can be checked by hand. */
const rims = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 });

/** How each amount comes about; products only where one set of assumptions holds for all months. */
function Breakdown({ summary }: { summary: Summary }) {
  const { total, basis } = summary;
  const unit = moneyUnit(total.rupiah);
  const rows = [
    {
      label: 'Kertas',
      count: `${rims.format(total.rim)} rim`,
      price: basis?.paperRupiahPerRim,
      sum: total.paperRupiah,
    },
    { label: 'Toner', count: formatCount(total.sheets), price: basis?.tonerRupiahPerPage, sum: total.tonerRupiah },
    {
      label: 'Kirim',
      count: formatCount(summary.deliveries),
      price: basis?.courierRupiahPerDelivery,
      sum: total.courierRupiah,
    },
  ];
  return (
    <dl className={css['breakdown']}>
      {rows.map((row) => (
        <div key={row.label}>
          <dt>
            {row.label}{' '}
            <span>
              {row.count}
              {row.price === undefined ? '' : ` × ${formatCount(row.price)}`}
            </span>
          </dt>
          <dd>{formatAmount(row.sum, unit)}</dd>
        </div>
      ))}
      <div className={css['sum']}>
        <dt>Hemat, {unit.name}</dt>
        <dd>{formatAmount(total.rupiah, unit)}</dd>
      </div>
    </dl>
  );
}

/** The formula in words, its numbers to try out, and what follows from them. */
export function Method({ summary, current, trial, canEdit, onTrial }: MethodProps) {
  const [resets, setResets] = useState(0);
  const shown = trial ?? current;
  const reset = () => {
    onTrial(undefined);
    setResets(resets + 1);
  };
  return (
    <div className={css['method']}>
      <div className={css['lead']}>
        <p className="meta">
          {trial === undefined
            ? 'Ubah angka, hasil dihitung kembali seketika.'
            : 'Percobaan: semua bulan memakai angka di bawah, hanya di layar Anda.'}
        </p>
        <Button variant="quiet" size="small" onClick={reset} disabled={trial === undefined}>
          Setel ulang
        </Button>
      </div>
      {summary.basis === undefined ? (
        <p className={css['mixed']}>
          Asumsi pernah berubah dalam kurun ini. Sebelum Anda mencoba angka lain, tiap bulan memakai asumsinya sendiri;
          yang tampak di bawah berlaku hari ini.
        </p>
      ) : null}
      <div className={css['assumptions']} key={resets}>
        {assumptionList.map((info) => (
          <AssumptionField
            key={info.key}
            info={info}
            value={shown[info.key]}
            onChange={(value) => {
              if (value !== shown[info.key]) onTrial({ ...shown, [info.key]: value });
            }}
          />
        ))}
      </div>
      <Breakdown summary={summary} />
      <p className={css['words']}>
        <b>Lembar</b> = halaman × (1 + penerima + tembusan + cetak ulang konsep) untuk surat keluar, ditambah halaman ×
        salinan disposisi untuk surat masuk, dikurangi lembar yang tetap dicetak. <b>Kirim</b> = penerima di luar unit
        pengirim yang tidak menerima kertas. Satu halaman dihitung satu lembar.
      </p>
      {canEdit ? (
        <SaveAssumptions assumptions={trial} onSaved={reset} />
      ) : (
        <p className="meta">
          Asumsi untuk semua laporan disimpan oleh Sekretaris Daerah atau administrator. Percobaan Anda tidak tersimpan.
        </p>
      )}
    </div>
  );
}
