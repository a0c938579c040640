import { IconScan } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button, type ButtonVariant } from '../kit/button.tsx';
import { Sheet } from '../kit/sheet.tsx';
import css from './verification.module.css';
import { readTypedCode } from './read-typed-code.ts';

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

const detectorClass = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
const scanEveryMs = 250;

/** Whether this browser can read a QR code from the camera by itself. */
export const canScan = detectorClass !== undefined && 'mediaDevices' in navigator;

function Camera({ onCode }: { onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [note, setNote] = useState('Arahkan kamera ke kode QR pada surat.');

  useEffect(() => {
    if (detectorClass === undefined) return;
    const detector = new detectorClass({ formats: ['qr_code'] });
    let stream: MediaStream | undefined;
    let stopped = false;

    const look = async () => {
      const element = video.current;
      if (element === null || element.readyState < element.HAVE_CURRENT_DATA) return;
      const [first] = await detector.detect(element);
      const code = first === undefined ? undefined : readTypedCode(first.rawValue);
      if (code !== undefined && !stopped) onCode(code);
      else if (first !== undefined) setNote('Kode QR ini bukan kode surat dari Lontar.');
    };
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (stopped || video.current === null) return;
        video.current.srcObject = stream;
        await video.current.play();
      } catch {
        setNote('Kamera tidak dapat dipakai. Izinkan kamera di peramban, atau ketik kodenya.');
      }
    };

    void start();
    const timer = setInterval(() => void look().catch(() => undefined), scanEveryMs);
    return () => {
      stopped = true;
      clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [onCode]);

  return (
    <>
      <video ref={video} className={css['camera']} muted playsInline aria-label="Gambar kamera" />
      <p role="status">{note}</p>
    </>
  );
}

/** Reads the QR with the camera where the browser can; draws nothing elsewhere. */
export function ScanButton({ label, variant = 'outline' }: { label: string; variant?: ButtonVariant }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<string>();

  useEffect(() => {
    if (found === undefined) return;
    setOpen(false);
    setFound(undefined);
    void navigate({ to: '/v/$kode', params: { kode: found } });
  }, [found, navigate]);

  if (!canScan) return null;
  return (
    <>
      <Button
        variant={variant}
        full
        icon={<IconScan size={20} stroke={1.8} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Pindai kode QR">
        <Camera onCode={setFound} />
      </Sheet>
    </>
  );
}
