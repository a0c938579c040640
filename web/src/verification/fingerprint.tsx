import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../kit/button.tsx';
import css from './fingerprint.module.css';

/** A SHA-256 in groups of eight, easy to compare by eye, whole when copied. */
export function Fingerprint({ sha256, copyable = false }: { sha256: string; copyable?: boolean }) {
  const [copied, setCopied] = useState(false);
  const groups = sha256.match(/.{1,8}/g) ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(sha256);
    setCopied(true);
  };
  return (
    <span className={css['line']}>
      <code className={css['digits']}>{groups.join(' ')}</code>
      {copyable && window.isSecureContext ? (
        <IconButton
          label={copied ? 'Tersalin' : 'Salin sidik digital'}
          icon={copied ? <IconCheck size={18} stroke={2} /> : <IconCopy size={18} stroke={1.8} />}
          onClick={() => void copy()}
        />
      ) : null}
    </span>
  );
}
