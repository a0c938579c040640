import { useCallback, useState } from 'react';
import type { Desk } from '../../../server/organisation/contract.ts';
import { isProblem } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import type { DraftContent, DraftStep } from './draft-content.ts';
import { proposeCircuit } from './organisation-operations.ts';
import type { DraftEditing } from './use-draft.ts';

/** The circuit follows the signatory until somebody has changed it by hand; then the new one is only offered. */
export function useSignatory({ change, saver }: DraftEditing) {
  const [isOwnCircuit, setOwnCircuit] = useState(false);

  const propose = useCallback(async (signatory: Desk): Promise<DraftStep[] | null> => {
    try {
      const proposal = await proposeCircuit({ query: { signatoryPositionId: signatory.positionId } });
      return proposal.steps;
    } catch (error) {
      const sentence = isProblem(error) ? error.message : 'Usulan alur tidak dapat dimuat. Coba lagi.';
      showToast(sentence, { tone: 'problem' });
      return null;
    }
  }, []);

  const use = (circuit: DraftStep[]) => {
    change({ circuit });
    setOwnCircuit(false);
  };

  const choose = async (signatory: Desk | null) => {
    change({ signatory, ...namedBehalf(saver.content(), signatory) });
    if (signatory === null) return;
    const circuit = await propose(signatory);
    if (circuit === null) return;
    if (!isOwnCircuit || saver.content().circuit.length === 0) use(circuit);
    else showToast('Penanda tangan diganti.', { action: { label: 'Pakai usulan alur', run: () => use(circuit) } });
  };

  const proposeNow = async () => {
    const { signatory } = saver.content();
    if (signatory === null) return;
    const circuit = await propose(signatory);
    if (circuit !== null) use(circuit);
  };

  return {
    choose: (signatory: Desk | null) => void choose(signatory),
    proposeNow: () => void proposeNow(),
    setCircuit: (circuit: DraftStep[]) => {
      setOwnCircuit(true);
      change({ circuit });
    },
  };
}

/** Nobody signs on their own behalf. */
function namedBehalf(content: DraftContent, signatory: Desk | null): Partial<DraftContent> {
  return content.onBehalfOf !== null && content.onBehalfOf.positionId === signatory?.positionId
    ? { onBehalfOf: null }
    : {};
}
