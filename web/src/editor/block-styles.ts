/** Paragraph looks a letter knows; `null` is the body text: justified, first line indented. */
export const blockStyles = [
  { align: null, label: 'Isi', name: 'Isi (rata kiri-kanan)', keys: 'Ctrl+Shift+J' },
  { align: 'left', label: 'Kiri', name: 'Rata kiri', keys: 'Ctrl+Shift+L' },
  { align: 'center', label: 'Tengah', name: 'Rata tengah', keys: 'Ctrl+Shift+E' },
  { align: 'right', label: 'Kanan', name: 'Rata kanan', keys: 'Ctrl+Shift+R' },
] as const;
