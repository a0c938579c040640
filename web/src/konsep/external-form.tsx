import { useState, type SyntheticEvent } from 'react';
import { Button, Sheet, TextArea, TextField } from '../kit/index.ts';
import css from './draft-fields.module.css';

export interface ExternalAddress {
  name: string;
  address: string;
  place: string;
  email: string;
}

interface ExternalFormProps {
  /** Null while closed. */
  value: ExternalAddress | null;
  /** The main addressee prints "di – tempat". */
  needsPlace: boolean;
  onClose: () => void;
  onSave: (address: ExternalAddress) => void;
}

type Errors = Partial<Record<keyof ExternalAddress, string>>;

function check(address: ExternalAddress, needsPlace: boolean): Errors {
  const errors: Errors = {};
  if (address.name.trim() === '') errors.name = 'Isi nama atau jabatan, misalnya Bupati Kapuas Hulu.';
  if (needsPlace && address.place.trim() === '') errors.place = 'Isi tempat, misalnya Putussibau.';
  if (address.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address.email.trim())) {
    errors.email = 'Alamat surel tidak benar, misalnya nama@contoh.go.id.';
  }
  if (address.email.trim() === '' && address.address.trim() === '') errors.address = 'Isi alamat atau surel.';
  return errors;
}

/** An addressee outside the agency; the parent gives it a new key for every opening. */
export function ExternalForm({ value, needsPlace, onClose, onSave }: ExternalFormProps) {
  const [address, setAddress] = useState(value ?? { name: '', address: '', place: '', email: '' });
  const [errors, setErrors] = useState<Errors>({});
  const set = (fields: Partial<ExternalAddress>) => setAddress({ ...address, ...fields });

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = check(address, needsPlace);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const { name, address: street, place, email } = address;
    onSave({ name: name.trim(), address: street.trim(), place: place.trim(), email: email.trim() });
  };

  return (
    <Sheet
      hasOwnFocus
      open={value !== null}
      onClose={onClose}
      title="Penerima di luar pemerintah daerah"
      footer={
        <>
          <Button variant="plain" onClick={onClose}>
            Batal
          </Button>
          <Button variant="primary" type="submit" form="external-address">
            Simpan penerima
          </Button>
        </>
      }
    >
      <form id="external-address" className={css['form']} noValidate onSubmit={save}>
        <TextField
          label="Nama atau jabatan"
          value={address.name}
          error={errors.name}
          maxLength={200}
          data-autofocus=""
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label="Tempat (di –)"
          value={address.place}
          error={errors.place}
          maxLength={100}
          onChange={(event) => set({ place: event.target.value })}
        />
        <TextField
          label="Surel"
          type="email"
          inputMode="email"
          hint="Surat bertanda tangan dikirim ke alamat ini sebagai PDF."
          value={address.email}
          error={errors.email}
          maxLength={200}
          onChange={(event) => set({ email: event.target.value })}
        />
        <TextArea
          label="Alamat pos"
          rows={2}
          value={address.address}
          error={errors.address}
          maxLength={300}
          onChange={(event) => set({ address: event.target.value })}
        />
      </form>
    </Sheet>
  );
}
