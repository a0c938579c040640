import { ChipSet, TokenChip } from '../kit/index.ts';
import css from './berkas.module.css';
import { DeskField, type NamedDesk } from './desk-field.tsx';
import parts from './document-parts.module.css';
import { withOwnDesk } from './document-values.ts';

const hints = {
  secret: 'Hanya jabatan ini yang dapat membuka dan menemukan dokumennya. Jabatan Anda selalu disertakan.',
  open: 'Jabatan ini dapat membaca dokumennya, di samping jabatan di unit ini.',
};

interface ReadersProps {
  isSecret: boolean;
  readers: readonly NamedDesk[];
  /** The desk of the archivist, which stays among the readers. */
  own: NamedDesk | undefined;
  error: string | undefined;
  onChange: (readers: readonly NamedDesk[]) => void;
}

/** Positions that may read a secret document, each to be taken away again. */
export function DocumentReaders({ isSecret, readers, own, error, onChange }: ReadersProps) {
  const without = (gone: string) => readers.filter(({ positionId }) => positionId !== gone);
  const shown = isSecret ? withOwnDesk(readers, own) : readers;
  return (
    <div className={css['stack']}>
      <DeskField
        label="Jabatan yang boleh membaca"
        hint={isSecret ? hints.secret : hints.open}
        chosen={readers}
        onChoose={(desk) => onChange([...without(desk.positionId), desk])}
      />
      {error === undefined ? null : (
        <p className={parts['problem']} role="alert">
          {error}
        </p>
      )}
      <ChipSet>
        {shown.map(({ positionId, title }) =>
          isSecret && positionId === own?.positionId ? (
            <TokenChip key={positionId}>{title} (Anda)</TokenChip>
          ) : (
            <TokenChip key={positionId} removeLabel={`Hapus ${title}`} onRemove={() => onChange(without(positionId))}>
              {title}
            </TokenChip>
          ),
        )}
      </ChipSet>
    </div>
  );
}
