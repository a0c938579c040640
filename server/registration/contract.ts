import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { Desk } from '../organisation/contract.ts';
import { Contact, Duplicate, RegistrationContent } from './registration-shapes.ts';

export * from './registration-shapes.ts';
import { Incoming } from '../incoming/incoming-shapes.ts';

const instant = z.iso.datetime();
const incomingId = z.object({ incomingId: z.uuid() });
const versioned = z.object({ version: z.int().min(1) });

export const getRegistrationContextEndpoint = endpoint({
  method: 'get',
  path: '/registration-context',
  tag: 'registrasi',
  summary: 'What the registration form of this desk starts with',
  access: 'desk',
  right: 'incoming.register: registry or controller of the unit',
  query: z.object({ intakeId: z.uuid().optional() }),
  response: z.object({
    unitId: z.uuid(),
    unitName: z.string(),
    registerName: z.string(),
    /** The number a letter saved now would get; no promise. */
    nextAgendaNumber: z.int(),
    agendaYear: z.int(),
    today: z.iso.date(),
    /** Most used and last used codes of the unit. */
    classifications: z.array(z.object({ code: z.string(), name: z.string(), uses: z.int() })),
    /** Desks that letters of this unit are usually directed to, most used first. */
    desks: z.array(Desk.extend({ uses: z.int() })),
    locations: z.array(z.string()),
    canDirect: z.boolean(),
  }),
  errors: ['forbidden', 'register_missing', 'not_found'],
});

export const listContactsEndpoint = endpoint({
  method: 'get',
  path: '/contacts',
  tag: 'registrasi',
  summary: 'Senders whose name resembles the words, most alike first',
  access: 'desk',
  right: 'registry, receiver or controller of a unit',
  query: z.object({ q: z.string().trim().max(200).default('') }),
  response: z.object({ contacts: z.array(Contact) }),
  errors: ['forbidden'],
});

export const suggestClassificationsEndpoint = endpoint({
  method: 'get',
  path: '/classification-suggestions',
  tag: 'registrasi',
  summary: 'Codes that fit the subject of a letter, most likely first',
  access: 'desk',
  right: 'any desk of the agency',
  query: z.object({ subject: z.string().trim().max(500) }),
  response: z.object({ classifications: z.array(z.object({ code: z.string(), name: z.string() })) }),
  errors: [],
});

export const findDuplicatesEndpoint = endpoint({
  method: 'post',
  path: '/incoming-duplicates',
  tag: 'registrasi',
  summary: 'Letters of the unit that may be the one in hand: same sender and number, same file, near-same text',
  access: 'desk',
  right: 'incoming.register: registry or controller of the unit',
  body: z.object({
    intakeId: z.uuid().nullable().default(null),
    senderTitle: z.string().trim().max(200).default(''),
    senderUnit: z.string().trim().max(200).default(''),
    number: z.string().trim().max(120).default(''),
  }),
  response: z.object({ duplicates: z.array(Duplicate) }),
  errors: ['forbidden', 'not_found', 'register_missing'],
});

export const registerIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming',
  tag: 'registrasi',
  summary: 'Register a letter: gives the next agenda number of the unit, and directs it when desks are named',
  access: 'desk',
  right: 'incoming.register: registry or controller of the unit; incoming.direct for `direct`',
  body: z.object({
    intakeId: z.uuid().nullable().default(null),
    content: RegistrationContent,
    /** The clerk looked at the possible duplicates and says that it is none. */
    isNotDuplicate: z.boolean().default(false),
    direct: z
      .object({
        to: z.array(z.uuid()).max(50),
        cc: z.array(z.uuid()).max(50).default([]),
        note: z.string().trim().max(1000).default(''),
      })
      .nullable()
      .default(null),
  }),
  response: Incoming,
  status: 201,
  errors: [
    'forbidden',
    'not_found',
    'invalid_input',
    'register_missing',
    'already_registered',
    'possible_duplicate',
    'wrong_state',
    'desk_read_only',
    'circuit_vacant',
  ],
});

export const correctIncomingEndpoint = endpoint({
  method: 'put',
  path: '/incoming/:incomingId',
  tag: 'registrasi',
  summary: 'Correct the data of a registered letter; what it was before is kept with the reason',
  access: 'desk',
  right: 'incoming.correct: registry or controller of the unit',
  params: incomingId,
  body: versioned.extend({
    content: RegistrationContent,
    reason: z.string().trim().min(3, 'Tulis alasan koreksi').max(500),
  }),
  response: Incoming,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'invalid_input', 'desk_read_only'],
});

export const listIncomingChangesEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/changes',
  tag: 'registrasi',
  summary: 'Corrections of a registered letter, newest first',
  access: 'desk',
  right: 'incoming.read',
  params: incomingId,
  response: z.object({
    changes: z.array(
      z.object({
        version: z.int(),
        changedAt: instant,
        changedBy: z.string(),
        reason: z.string(),
        fields: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  }),
  errors: ['not_found', 'forbidden'],
});

export const cancelIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/cancel',
  tag: 'registrasi',
  summary: 'Cancel a wrong registration with a reason; its agenda number stays, void',
  access: 'desk',
  right: 'incoming.cancel: registry or controller of the unit',
  params: incomingId,
  body: versioned.extend({ reason: z.string().trim().min(3, 'Tulis alasan pembatalan').max(500) }),
  response: Incoming,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const directIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/direct',
  tag: 'registrasi',
  summary: 'Direct (arahkan) a registered letter to a leader or straight to a unit',
  access: 'desk',
  right: 'incoming.direct: registry or director of the unit',
  params: incomingId,
  body: z.object({
    to: z.array(z.uuid()).min(1, 'Pilih tujuan').max(50),
    cc: z.array(z.uuid()).max(50).default([]),
    note: z.string().trim().max(1000).default(''),
  }),
  response: Incoming,
  errors: ['not_found', 'forbidden', 'wrong_state', 'circuit_vacant', 'invalid_input', 'desk_read_only'],
});

export const listUsualDesksEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/usual-desks',
  tag: 'registrasi',
  summary: 'Desks that letters of its unit are usually directed to, most used first',
  access: 'desk',
  right: 'incoming.direct: registry or director of the unit',
  params: incomingId,
  response: z.object({ desks: z.array(Desk.extend({ uses: z.int() })) }),
  errors: ['not_found', 'forbidden'],
});

export const getReceiptEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/receipt',
  tag: 'registrasi',
  summary: 'Receipt (bukti penerimaan) for the sender as PDF, with the tracking code',
  access: 'desk',
  right: 'registry, receiver or controller of the unit',
  params: incomingId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden', 'wrong_state'],
});

export const trackIncomingEndpoint = endpoint({
  method: 'get',
  path: '/track/:code',
  tag: 'lacak surat',
  summary: 'State of a letter by the code on its receipt; no content',
  access: 'public',
  right: 'anyone who holds the code; throttled by address',
  params: z.object({ code: z.string().trim().min(8).max(24) }),
  response: z.object({
    code: z.string(),
    agencyName: z.string(),
    unitName: z.string(),
    state: z.enum(['received', 'with_official', 'in_progress', 'done', 'cancelled']),
    receivedAt: instant,
    steps: z.array(
      z.object({ state: z.enum(['received', 'with_official', 'in_progress', 'done', 'cancelled']), at: instant }),
    ),
  }),
  errors: ['not_found', 'throttled'],
});
