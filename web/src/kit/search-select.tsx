import { IconCheck, IconSearch, IconX } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { ControlFrame, Field } from './field.tsx';
import css from './search-select.module.css';
import { Spinner } from './spinner.tsx';

export interface SearchOption {
  value: string;
  /** Left column, such as a classification code. */
  code?: string;
  label: string;
  /** Second line, such as the unit and holder of a desk. */
  note?: string | undefined;
  /** At the right end, such as why it is offered. */
  tag?: string | undefined;
  disabled?: boolean;
  /** Made of the typed words themselves: may be chosen while the answer for them is on its way. */
  isTyped?: boolean;
}

interface SearchSelectProps {
  label: ReactNode;
  action?: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  /** What is typed; the caller looks up `options` for it. */
  words: string;
  onWords: (words: string) => void;
  options: readonly SearchOption[];
  /** Chosen already: marked with a tick. */
  chosen?: readonly string[];
  onChoose: (option: SearchOption) => void;
  pending?: boolean;
  /** The options belong to earlier words: shown, but not to be chosen. */
  isStale?: boolean;
  /** Said when the words find nothing. */
  emptyText?: string;
  /** The list stays open below the input, as in a side column, instead of floating over the page. */
  inline?: boolean;
}

/** The words of the search marked inside a label. */
export function Marked({ text, words }: { text: string; words: string }) {
  const needle = words.trim().toLowerCase();
  const at = needle === '' ? -1 : text.toLowerCase().indexOf(needle);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark className={css['mark']}>{text.slice(at, at + needle.length)}</mark>
      {text.slice(at + needle.length)}
    </>
  );
}

interface OptionRowProps {
  id: string;
  option: SearchOption;
  words: string;
  active: boolean;
  ticked: boolean;
  disabled: boolean;
  onPick: () => void;
}

function OptionRow({ id, option, words, active, ticked, disabled, onPick }: OptionRowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={ticked}
      aria-disabled={disabled}
      className={css['option']}
      data-active={active ? '' : undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {option.code === undefined ? null : <span className={css['code']}>{option.code}</span>}
      <span className={css['text']}>
        <Marked text={option.label} words={words} />
        {option.note === undefined ? null : <span className={css['note']}>{option.note}</span>}
      </span>
      {option.tag === undefined ? null : <span className={css['tag']}>{option.tag}</span>}
      {ticked ? <IconCheck size={18} stroke={2} aria-hidden="true" /> : null}
    </li>
  );
}

function ClearButton({ onClear }: { onClear: () => void }) {
  return <IconButton label="Kosongkan" icon={<IconX size={18} stroke={1.8} />} onClick={onClear} />;
}

interface OptionListProps {
  id: string;
  select: SearchSelectProps;
  shown: boolean;
  at: number;
  isBarred: (option: SearchOption) => boolean;
  onPick: (option: SearchOption) => void;
}

function OptionList({ id, select, shown, at, isBarred, onPick }: OptionListProps) {
  const { words, options, chosen = [], pending = false, inline = false } = select;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Hasil"
      className={css['list']}
      hidden={!shown}
      data-inline={inline ? '' : undefined}
    >
      {options.map((option, index) => (
        <OptionRow
          key={option.value}
          id={`${id}-${index}`}
          option={option}
          words={words}
          active={index === at}
          ticked={chosen.includes(option.value)}
          disabled={isBarred(option)}
          onPick={() => onPick(option)}
        />
      ))}
      {options.length === 0 && !pending ? (
        <li className={css['none']} role="option" aria-selected={false} aria-disabled>
          {select.emptyText ?? 'Tidak ditemukan. Coba kata lain.'}
        </li>
      ) : null}
    </ul>
  );
}

/** Type to find, arrows and Enter to choose (WAI-ARIA combobox with a list). */
export function SearchSelect(props: SearchSelectProps) {
  const { words, options, pending = false, isStale = false } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const listId = useId();
  const shown = open && (options.length > 0 || words.trim() !== '');
  const active = shown ? options[at] : undefined;

  const isBarred = (option: SearchOption) => option.disabled === true || (isStale && option.isTyped !== true);

  const choose = (option: SearchOption | undefined) => {
    if (option === undefined || isBarred(option)) return;
    props.onChoose(option);
    setOpen(false);
    setAt(0);
  };

  const move = (step: number) => {
    setOpen(true);
    if (options.length > 0) setAt((at + step + options.length) % options.length);
  };

  const actions: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(active),
    Escape: () => setOpen(false),
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (action === undefined || (!shown && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <div className={css['root']} onBlur={() => setOpen(false)}>
      <Field label={props.label} action={props.action} hint={props.hint} error={props.error}>
        {(control) => (
          <ControlFrame
            invalid={control['aria-invalid']}
            before={pending ? <Spinner /> : <IconSearch size={18} stroke={1.8} aria-hidden="true" />}
            after={words === '' ? null : <ClearButton onClear={() => props.onWords('')} />}
          >
            <input
              {...control}
              className={css['input']}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={shown}
              aria-controls={listId}
              aria-activedescendant={active !== undefined ? `${listId}-${at}` : undefined}
              autoComplete="off"
              placeholder={props.placeholder}
              value={words}
              onFocus={() => setOpen(true)}
              onChange={(event) => {
                props.onWords(event.target.value);
                setOpen(true);
                setAt(0);
              }}
              onKeyDown={onKey}
            />
          </ControlFrame>
        )}
      </Field>
      <OptionList id={listId} select={props} shown={shown} at={at} isBarred={isBarred} onPick={choose} />
    </div>
  );
}
