import type { LetterSheet } from './letter-sheet.ts';
import { widthEm } from './measure-text.ts';

/** What hangs left of the axis ("a.n.", "Plt."), and the lines beside it. */
export type OfficeRow = [prefix: string, lines: string[]];

const NBSP = '\u00a0';
/** 78 mm at 11 pt, less the closing comma. */
const OFFICE_WIDTH_EM = ((78 / 25.4) * 72) / 11 - 0.4;
/** The text side of the signature box at 9 pt. */
const NAME_WIDTH_EM = ((50 / 25.4) * 72) / 9;

/** Office lines above the signature box, from the highest mandate down to the signing office. */
export function planOffice({ signatory }: LetterSheet): OfficeRow[] {
  const { actingPrefix, onBehalfLine, subDelegatedLine, officeLine } = signatory;
  const rows: OfficeRow[] = [];
  if (onBehalfLine) rows.push(['a.n.', breakOffice(onBehalfLine.replace(/^a\.n\.\s*/iu, ''))]);
  if (subDelegatedLine) rows.push(['', breakOffice(`${subDelegatedLine},`)], ['', ['u.b.']]);
  rows.push([actingPrefix ?? '', breakOffice(`${officeLine.replace(/,\s*$/u, '')},`)]);
  return rows;
}

/** A name that does not fit one line parts before the degrees, not among them. */
export function planName(name: string): string {
  const comma = name.indexOf(', ');
  if (comma < 0 || widthEm(name, '700Bold') <= NAME_WIDTH_EM) return name;
  const degrees = name.slice(comma + 2);
  if (widthEm(degrees, '700Bold') > NAME_WIDTH_EM) return name;
  return `${name.slice(0, comma + 1)} ${degrees.replaceAll(' ', NBSP)}`;
}

function breakOffice(office: string): string[] {
  return office.split('\n').flatMap((line) => breakLine(line.trim()));
}

/** Long titles part before the region's name, and what is left in lines of like length. */
function breakLine(line: string): string[] {
  if (fits(line, OFFICE_WIDTH_EM)) return [line];
  const region = /^(.+?) ((?:PROVINSI|KABUPATEN|KOTA) .+)$/u.exec(line);
  if (region?.[1] && region[2]) return [...balance(region[1]), ...balance(region[2])];
  return balance(line);
}

function balance(text: string): string[] {
  let lines = fill(text, OFFICE_WIDTH_EM);
  for (let width = OFFICE_WIDTH_EM - 0.5; width > 4; width -= 0.5) {
    const narrower = fill(text, width);
    if (narrower.length > lines.length || narrower.some((line) => !fits(line, width))) break;
    lines = narrower;
  }
  return lines;
}

function fill(text: string, widthLimit: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.replace(/ DAN /gu, ` DAN${NBSP}`).split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || fits(longer, widthLimit)) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

function fits(text: string, widthLimit: number): boolean {
  return widthEm(text, '400Regular') <= widthLimit;
}
