import type { Contact } from '../../../server/registration/contract.ts';
import { formatCount } from '../format/numbers.ts';
import { TextField } from '../kit/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import { useWordSearch } from '../konsep/use-word-search.ts';
import type { FieldProps } from './field-props.ts';
import { listContacts } from './intake-operations.ts';
import { ReadFrame, RequiredLabel } from './read-frame.tsx';

function noteOf(contact: Contact): string {
  const count = contact.letterCount === 0 ? [] : [`${formatCount(contact.letterCount)} surat`];
  return [contact.organisation, ...count].filter((part) => part !== '').join(' · ');
}

/** Who sent it: known senders by likeness, or any words; a new one is kept when the letter is saved. */
export function SenderField({ form }: { form: FieldProps }) {
  const { values, change, errorOf } = form;
  const found = useWordSearch(listContacts, values.senderTitle, (q) => ({ query: { q } }));
  const contacts = found.output?.contacts ?? [];
  const known = contacts.find((contact) => contact.id === values.contactId);

  return (
    <ReadFrame field="senderTitle" form={form}>
      {(mark) => (
        <SearchSelect
          label={<RequiredLabel>Asal surat</RequiredLabel>}
          action={mark}
          placeholder="Jabatan atau nama pengirim"
          error={errorOf('senderTitle')}
          hint={known === undefined ? undefined : noteOf(known)}
          words={values.senderTitle}
          onWords={(senderTitle) => change({ senderTitle, contactId: null })}
          options={contacts.map((contact) => ({
            value: contact.id,
            label: contact.title,
            note: noteOf(contact) === '' ? undefined : noteOf(contact),
          }))}
          chosen={values.contactId === null ? [] : [values.contactId]}
          pending={found.isPending && form.active === 'senderTitle'}
          isStale={found.isStale}
          emptyText="Pengirim baru, dicatat saat surat disimpan."
          onChoose={(option) => {
            const contact = contacts.find((one) => one.id === option.value);
            if (contact === undefined) return;
            change({ senderTitle: contact.title, senderUnit: contact.organisation, contactId: contact.id });
          }}
        />
      )}
    </ReadFrame>
  );
}

export function SenderUnitField({ form }: { form: FieldProps }) {
  return (
    <ReadFrame field="senderUnit" form={form}>
      {(mark) => (
        <TextField
          label="Instansi pengirim"
          action={mark}
          autoComplete="off"
          placeholder="Bila berbeda dari asal surat"
          value={form.values.senderUnit}
          error={form.errorOf('senderUnit')}
          onChange={(event) => form.change({ senderUnit: event.target.value, contactId: null })}
        />
      )}
    </ReadFrame>
  );
}
