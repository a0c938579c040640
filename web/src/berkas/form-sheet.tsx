import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/index.ts';
import { Button, ErrorNote, Sheet } from '../kit/index.ts';
import css from './berkas.module.css';

interface FormSheetProps {
  title: string;
  note?: ReactNode;
  button: string;
  isReady: boolean;
  pending: boolean;
  problem: ApiProblem | null;
  onPress: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A sheet with a few fields and one thing to do. */
export function FormSheet(props: FormSheetProps) {
  return (
    <Sheet
      open
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button onClick={props.onClose}>Batal</Button>
          <Button variant="primary" pending={props.pending} disabled={!props.isReady} onClick={props.onPress}>
            {props.button}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        {props.note === undefined ? null : <p className="meta">{props.note}</p>}
        {props.children}
        {props.problem === null ? null : <ErrorNote problem={props.problem} />}
      </div>
    </Sheet>
  );
}
