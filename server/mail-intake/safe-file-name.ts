import { cleanLine } from './clean-text.ts';
import type { FileKind } from './file-kind.ts';

const MAX_CHARACTERS = 120;

/**
 * A file name that leads nowhere, holds nothing invisible and ends as the content says
 * (`surat.pdf.exe` that is a PDF becomes `surat.pdf.exe.pdf`).
 */
export function safeFileName(given: string | undefined, kind: FileKind | null): string {
  const name = plainName(given);
  const endings = kind?.endings ?? [];
  const isFitting = endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending));
  return shorten(name, isFitting ? '' : (endings[0] ?? ''));
}

function plainName(given: string | undefined): string {
  const lastPart = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1);
  const name = cleanLine(lastPart, 1000)
    ?.replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return name === undefined || name === '' ? 'lampiran' : name;
}

function shorten(name: string, added: string): string {
  const dot = name.lastIndexOf('.');
  const ending = (dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '') + added;
  const stem = name.slice(0, name.length - (ending.length - added.length));
  return stem.slice(0, MAX_CHARACTERS - ending.length).replace(/\p{Cs}$/u, '') + ending;
}
