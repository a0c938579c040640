import { expect } from 'chai';
import { keyParts, printedKeys } from '../../../web/src/shell/key-table.ts';
import { keyNameOf } from '../../../web/src/shell/use-keys.ts';

const none = { code: '', altKey: false, ctrlKey: false, metaKey: false };

describe('The table of keys', () => {
  it('names each key once', () => {
    const names = keyParts.flatMap((part) => part.rows.flatMap((row) => [...row.keys]));
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include.members(['n', 'x', 'd', 'Ctrl+Enter', 'Alt+1']);
  });

  it('prints the keys of a binding one by one', () => {
    expect(printedKeys('Ctrl+k')).to.deep.equal(['Ctrl', 'K']);
    expect(printedKeys('Enter')).to.deep.equal(['Enter']);
    expect(printedKeys('n')).to.deep.equal(['N']);
  });

  it('finds the name of what is pressed, also where Alt types something else', () => {
    expect(keyNameOf({ ...none, key: 'N', code: 'KeyN' })).to.equal('n');
    expect(keyNameOf({ ...none, key: 'k', code: 'KeyK', metaKey: true })).to.equal('Ctrl+k');
    expect(keyNameOf({ ...none, key: '¡', code: 'Digit1', altKey: true })).to.equal('Alt+1');
  });
});
