import {
  IconArrowForwardUp,
  IconDots,
  IconDownload,
  IconPencil,
  IconPrinter,
  IconSignature,
  IconWritingSign,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { getLetterPdfEndpoint, Letter } from '../../../server/letters/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { fileAddress, useCommand } from '../api/index.ts';
import { Button, ButtonLink, DownloadButton, DownloadLink, Menu, MenuItem, showToast } from '../kit/index.ts';
import { createLetter } from './letter-operations.ts';
import css from './letter.module.css';
import { PrintSheet } from './print-sheet.tsx';

/** Makes a new draft from this letter and opens it. */
function useFollowUp(letter: Letter) {
  const navigate = useNavigate();
  const command = useCommand(createLetter, {
    onDone: (draft) => {
      showToast('Konsep susulan dibuat dari surat ini');
      void navigate({ to: '/konsep/$id', params: { id: draft.id } });
    },
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  return {
    pending: command.pending,
    make: () => command.press({ body: { type: letter.type, copyOf: letter.id } }),
  };
}

function useLetterActions(letter: Letter) {
  const desk = useCurrentDesk();
  const [isPrinting, setPrinting] = useState(false);
  // Of a destroyed letter nothing is left to print, download or copy.
  const canAct = desk?.canAct === true && letter.destroyed === null;
  return {
    isPrinting,
    setPrinting,
    followUp: useFollowUp(letter),
    mayFollowUp: canAct && letter.signedSha256 !== null,
    mayPrint: canAct && letter.signedSha256 !== null,
    pdf: fileAddress<typeof getLetterPdfEndpoint>('/letters/:letterId/pdf', { params: { letterId: letter.id } }),
  };
}

/** The desk's own turn, when the letter waits for it. */
function TurnLink({ letter }: { letter: Letter }) {
  const params = { id: letter.id };
  const icon = (Icon: typeof IconPencil): ReactNode => <Icon size={18} stroke={1.8} aria-hidden="true" />;
  if (letter.actions.includes('sign'))
    return (
      <ButtonLink to="/ttd/$id" params={params} variant="primary" icon={icon(IconSignature)}>
        Buka untuk tanda tangan
      </ButtonLink>
    );
  if (letter.actions.includes('initial'))
    return (
      <ButtonLink to="/paraf/$id" params={params} variant="primary" icon={icon(IconWritingSign)}>
        Buka untuk paraf
      </ButtonLink>
    );
  if (letter.actions.includes('save'))
    return (
      <ButtonLink to="/konsep/$id" params={params} variant="primary" icon={icon(IconPencil)}>
        {letter.isReturned ? 'Perbaiki konsep' : 'Lanjutkan konsep'}
      </ButtonLink>
    );
  return null;
}

export function LetterActions({ letter }: { letter: Letter }) {
  const { isPrinting, setPrinting, followUp, mayFollowUp, mayPrint, pdf } = useLetterActions(letter);
  const isSigned = letter.signedSha256 !== null;
  return (
    <>
      {mayPrint ? (
        <Button icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setPrinting(true)}>
          Cetak
        </Button>
      ) : null}
      {mayFollowUp ? (
        <Button
          variant="outline"
          icon={<IconArrowForwardUp size={18} stroke={1.8} aria-hidden="true" />}
          pending={followUp.pending}
          onClick={followUp.make}
        >
          Buat surat susulan
        </Button>
      ) : null}
      {letter.destroyed === null ? (
        <DownloadButton
          variant={isSigned ? 'primary' : 'outline'}
          href={pdf}
          icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
        >
          {isSigned ? 'Unduh PDF' : 'Unduh konsep'}
        </DownloadButton>
      ) : null}
      <TurnLink letter={letter} />
      <PrintSheet letter={letter} open={isPrinting} onClose={() => setPrinting(false)} />
    </>
  );
}

/** The same on phones: the download at hand, the rest in a menu. */
export function PhoneLetterActions({ letter }: { letter: Letter }) {
  const { isPrinting, setPrinting, followUp, mayFollowUp, mayPrint, pdf } = useLetterActions(letter);
  return (
    <>
      {letter.destroyed === null ? (
        <DownloadLink className={css['iconLink']} href={pdf} aria-label="Unduh PDF">
          <IconDownload size={22} stroke={1.8} aria-hidden="true" />
        </DownloadLink>
      ) : null}
      {mayPrint || mayFollowUp ? (
        <Menu
          label="Tindakan surat"
          buttonLabel="Tindakan lain"
          buttonClass={css['iconLink']}
          button={<IconDots size={22} stroke={1.8} aria-hidden="true" />}
        >
          {mayPrint ? (
            <MenuItem icon={<IconPrinter size={18} stroke={1.8} />} onPick={() => setPrinting(true)}>
              Cetak
            </MenuItem>
          ) : null}
          {mayFollowUp ? (
            <MenuItem icon={<IconArrowForwardUp size={18} stroke={1.8} />} onPick={followUp.make}>
              Buat surat susulan
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      <PrintSheet letter={letter} open={isPrinting} onClose={() => setPrinting(false)} />
    </>
  );
}

/** On phones, where the title row has no room for it. */
export function PhoneTurn({ letter }: { letter: Letter }) {
  const isOwnTurn = (['sign', 'initial', 'save'] as const).some((action) => letter.actions.includes(action));
  if (!isOwnTurn) return null;
  return (
    <div className={css['turn']}>
      <TurnLink letter={letter} />
    </div>
  );
}
