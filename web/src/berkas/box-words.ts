/** `Ruang Arsip 1, rak B-3`. */
export function boxPlace({ room, rack }: { room: string; rack: string }): string {
  const parts = [room, rack === '' ? '' : `rak ${rack}`].filter((part) => part !== '');
  return parts.length === 0 ? 'Lokasi belum diisi' : parts.join(', ');
}

/** `2024–2026`. */
export function yearsWords({ firstYear, lastYear }: { firstYear: number | null; lastYear: number | null }): string {
  if (firstYear === null || lastYear === null) return 'kosong';
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}
