const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** "23.648" */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** At most one decimal: "36,8" */
export function formatDecimal(value: number): string {
  return oneDecimal.format(value);
}

/** "184 kB", "1,8 MB"; 1 kB is 1,000 bytes. */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${whole.format(sizeBytes)} bita`;
  if (sizeBytes < 999_500) return `${whole.format(sizeBytes / 1000)} kB`;
  return `${oneDecimal.format(sizeBytes / 1_000_000)} MB`;
}

/** "Rp60.000" */
export function formatRupiah(rupiah: number): string {
  return `${rupiah < 0 ? '-' : ''}Rp${whole.format(Math.abs(rupiah))}`;
}

/** "Rp5,5 juta", "Rp1,2 miliar"; below a million in full. */
export function formatRupiahShort(rupiah: number): string {
  const size = Math.abs(rupiah);
  if (size >= 1_000_000_000) return `Rp${oneDecimal.format(rupiah / 1_000_000_000)} miliar`;
  if (size >= 1_000_000) return `Rp${oneDecimal.format(rupiah / 1_000_000)} juta`;
  return formatRupiah(rupiah);
}

/** "2 jam 35 mnt", "3 hari 4 jam", "21 dtk"; a day has 24 hours. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} dtk`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} mnt`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return joinParts(`${hours} jam`, minutes % 60, 'mnt');
  return joinParts(`${Math.floor(hours / 24)} hari`, hours % 24, 'jam');
}

function joinParts(head: string, rest: number, unit: string): string {
  return rest === 0 ? head : `${head} ${rest} ${unit}`;
}
