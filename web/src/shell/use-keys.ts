import { useEffect, useRef } from 'react';
import type { KeyName } from './key-table.ts';

type KeyAction = () => void;

const storageKey = 'lontar.keys';

export function areKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The name of the table for what is pressed; with Alt a digit has its name from its place, whatever it types. */
export function keyNameOf(event: PressedKey): string {
  const digit = /^Digit(\d)$/u.exec(event.code)?.[1];
  if (event.altKey && digit !== undefined) return `Alt+${digit}`;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

function isFree(event: KeyboardEvent, name: string): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  if (name.startsWith('Ctrl+')) return true;
  return areKeysOn() && !isTyping(event.target) && document.querySelector('dialog[open]') === null;
}

/**
 * Keys of the visible screen, each named in the key table: `useKeys({ j: next, k: previous, 'Ctrl+Enter': send })`. Single
 * keys rest while somebody types, while a dialog is open, and when they are turned off; Enter on a focused button or link stays theirs.
 */
export function useKeys(actions: Partial<Record<KeyName, KeyAction | undefined>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = keyNameOf(event);
      const action = latest.current[name as KeyName];
      if (action === undefined || !isFree(event, name)) return;
      if (
        name === 'Enter' &&
        event.target instanceof HTMLElement &&
        event.target.closest('a, button, summary') !== null
      )
        return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
