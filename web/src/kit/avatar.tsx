import { initialsOf } from '../format/initials.ts';
import css from './avatar.module.css';

const tones = ['kapuas', 'selesai', 'paraf', 'menunggu', 'disposisi'] as const;

function toneOf(name: string): (typeof tones)[number] {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return tones[sum % tones.length] ?? 'kapuas';
}

interface AvatarProps {
  name: string;
  /** Taken from the name unless given. */
  initials?: string;
  size?: number;
  tone?: (typeof tones)[number];
}

export function Avatar({ name, initials, size = 32, tone }: AvatarProps) {
  return (
    <span
      className={css['avatar']}
      data-tone={tone ?? toneOf(name)}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      {initials ?? initialsOf(name)}
    </span>
  );
}
