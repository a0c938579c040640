import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';
import { KeyHint } from './key-hint.tsx';
import { Spinner } from './spinner.tsx';

/** `primary` once per view; `outline` beside it; `plain` for tools; `quiet` for links that act; `danger` destroys. */
export type ButtonVariant = 'primary' | 'outline' | 'plain' | 'quiet' | 'gold' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  trailing?: ReactNode;
  /** The key that presses this button, shown at its right end on wide screens. */
  hint?: string;
  full?: boolean;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows a spinner and takes no second press; the label stays. */
  pending?: boolean;
}

function content({ icon, trailing, hint }: ButtonLook, children: ReactNode, pending = false) {
  return (
    <>
      {pending ? <Spinner /> : icon}
      <span className={css['label']}>{children}</span>
      {trailing}
      {hint === undefined ? null : <KeyHint onAction>{hint}</KeyHint>}
    </>
  );
}

function look({ variant = 'plain', size = 'medium', full = false }: ButtonLook) {
  return { className: css['button'], 'data-variant': variant, 'data-size': size, 'data-full': full ? '' : undefined };
}

export function Button({
  variant,
  size,
  icon,
  trailing,
  hint,
  full,
  pending,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...look({ ...(variant && { variant }), ...(size && { size }), ...(full !== undefined && { full }) })}
      disabled={disabled === true || pending === true}
      aria-busy={pending}
    >
      {content({ icon, trailing, ...(hint !== undefined && { hint }) }, children, pending)}
    </button>
  );
}

export interface AnchorButtonProps extends ButtonLook, AnchorHTMLAttributes<HTMLAnchorElement> {}

/** A link that looks like a button, for downloads and other pages. */
export function AnchorButton({ variant, size, icon, trailing, hint, full, children, ...rest }: AnchorButtonProps) {
  return (
    <a {...rest} {...look({ ...(variant && { variant }), ...(size && { size }), ...(full !== undefined && { full }) })}>
      {content({ icon, trailing, ...(hint !== undefined && { hint }) }, children)}
    </a>
  );
}

/** An AnchorButton to a route of this application: `<ButtonLink to="/konsep/baru" variant="gold">`. */
export const ButtonLink = createLink(AnchorButton);

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Read aloud and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  framed?: boolean;
  pressed?: boolean;
}

export function IconButton({ label, icon, framed = false, pressed, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      {...rest}
      className={css['icon']}
      data-framed={framed ? '' : undefined}
    >
      {icon}
    </button>
  );
}
