import { IconCloudOff, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote, Notice, TextArea } from '../kit/index.ts';
import { InstructionChips, Part } from './choice-chips.tsx';
import { toggleInstruction } from './disposition-draft.ts';
import css from './disposition-form.module.css';
import { DuePart } from './due-part.tsx';
import { FileField } from './file-field.tsx';
import { OwnParts } from './own-parts.tsx';
import { RecipientsPart } from './recipients-part.tsx';
import { useOnline } from '../shell/use-online.ts';
import type { DispositionWriter } from './use-disposition.ts';

/** The sheet scrolls: what stands against sending comes into sight when it appears. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** What is possible without a connection, said before anybody fills the form in. */
function OfflineNote({ needsSheet }: { needsSheet: boolean }) {
  if (useOnline()) return null;
  return (
    <Notice icon={<IconCloudOff size={18} stroke={1.8} aria-hidden="true" />} tone="menunggu">
      {needsSheet
        ? 'Tidak ada sambungan. Pindaian lembar wajib dilampirkan dan hanya dapat diunggah saat tersambung, jadi disposisi ini baru dapat dikirim sesudahnya.'
        : 'Tidak ada sambungan. Disposisi tersimpan di perangkat ini dan terkirim begitu tersambung. Lampiran baru tidak dapat disertakan sebelum itu.'}
    </Notice>
  );
}

/** All that a disposition says; the button to send it belongs to the panel or the sheet around it. */
export function DispositionForm({ writer, children }: { writer: DispositionWriter; children?: ReactNode }) {
  const { options, draft, change } = writer;
  if (options === undefined || draft === undefined) return null;
  const part = { options, draft, change };
  return (
    <div className={css['form']}>
      <OfflineNote needsSheet={options.onInstruction && draft.sheet === null} />
      {options.onInstruction ? (
        <Notice icon={<IconLock size={18} stroke={1.8} aria-hidden="true" />} tone="menunggu">
          Anda mencatat disposisi atas petunjuk {options.giver.title}. Lampirkan pindaian lembarnya.
        </Notice>
      ) : null}
      <RecipientsPart {...part} />
      <Part label="Instruksi">
        <InstructionChips
          all={options.instructions.map((one) => one.wording)}
          chosen={draft.instructions}
          onToggle={(wording) =>
            change((now) => ({ ...now, instructions: toggleInstruction(now.instructions, wording) }))
          }
        />
      </Part>
      <DuePart {...part} />
      <TextArea
        label="Catatan"
        rows={2}
        value={draft.note}
        maxLength={2000}
        placeholder="Tulis catatan bila perlu"
        onChange={(event) => change((now) => ({ ...now, note: event.target.value }))}
      />
      {draft.recipients.length === 0 ? null : <OwnParts {...part} />}
      {options.onInstruction ? (
        <FileField
          label="Pindaian lembar disposisi"
          files={draft.sheet === null ? [] : [draft.sheet]}
          onChange={(files) => change((now) => ({ ...now, sheet: files.at(-1) ?? null }))}
          single
        />
      ) : null}
      {writer.shownGap === undefined ? null : (
        <p className={css['gap']} role="alert" ref={bringIntoView}>
          {writer.shownGap}
        </p>
      )}
      {writer.problem === null ? null : (
        <div ref={bringIntoView}>
          <ErrorNote problem={writer.problem} />
        </div>
      )}
      {children}
    </div>
  );
}
