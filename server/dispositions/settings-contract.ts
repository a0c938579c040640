import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { PositionGroup, Team } from './disposition-shapes.ts';

const Wording = z.string().trim().min(3).max(120);

export const listInstructionsEndpoint = endpoint({
  method: 'get',
  path: '/instructions',
  tag: 'pengaturan disposisi',
  summary: 'Master list of instructions by position group',
  access: 'desk',
  right: 'any desk of the agency',
  response: z.object({ groups: z.array(z.object({ group: PositionGroup, wordings: z.array(z.string()) })) }),
  errors: [],
});

export const setInstructionsEndpoint = endpoint({
  method: 'put',
  path: '/instructions/:group',
  tag: 'pengaturan disposisi',
  summary: 'Replace the instructions of a position group',
  access: 'desk',
  right: 'admin of the agency',
  params: z.object({ group: PositionGroup }),
  body: z.object({ wordings: z.array(Wording).min(1, 'Isi paling sedikit satu instruksi').max(40) }),
  response: z.object({ group: PositionGroup, wordings: z.array(z.string()) }),
  errors: ['forbidden', 'invalid_input', 'desk_read_only'],
});

export const listTeamsEndpoint = endpoint({
  method: 'get',
  path: '/teams',
  tag: 'pengaturan disposisi',
  summary: 'Teams that dispositions can go to',
  access: 'desk',
  right: 'any desk of the agency',
  response: z.object({ teams: z.array(Team) }),
  errors: [],
});

export const setTeamEndpoint = endpoint({
  method: 'put',
  path: '/teams/:teamId',
  tag: 'pengaturan disposisi',
  summary: 'Make or change a team; the id is chosen by the client (UUID)',
  access: 'desk',
  right: 'admin of the agency, or head of a unit for desks at or below its own',
  params: z.object({ teamId: z.uuid() }),
  body: z.object({
    name: z.string().trim().min(3).max(120),
    leaderPositionId: z.uuid(),
    memberPositionIds: z.array(z.uuid()).max(60),
    isEnded: z.boolean().default(false),
  }),
  response: Team,
  errors: ['not_found', 'forbidden', 'invalid_input', 'desk_read_only'],
});

export const getCalendarEndpoint = endpoint({
  method: 'get',
  path: '/calendar',
  tag: 'pengaturan disposisi',
  summary: 'Days off of a year: national ones and what the agency changed',
  access: 'desk',
  right: 'any desk of the agency',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
  response: z.object({
    days: z.array(z.object({ date: z.iso.date(), name: z.string(), isOff: z.boolean(), isOwn: z.boolean() })),
  }),
  errors: [],
});

export const setCalendarDayEndpoint = endpoint({
  method: 'put',
  path: '/calendar/:date',
  tag: 'pengaturan disposisi',
  summary: 'Make a day off or a working day for this agency, or let the national calendar hold again',
  access: 'desk',
  right: 'admin of the agency',
  params: z.object({ date: givenDay }),
  body: z.object({ name: z.string().trim().min(3).max(120), rule: z.enum(['off', 'working', 'national']) }),
  response: z.object({ date: z.iso.date(), isOff: z.boolean() }),
  errors: ['forbidden', 'desk_read_only'],
});

export const FollowUpSetting = z.object({
  /** Working days before the deadline. */
  remindDaysBefore: z.int().min(0).max(10),
  /** Working days after the deadline until the giver is told, and then the giver's superior. */
  escalateAfterDays: z.int().min(1).max(30),
  escalateAgainAfterDays: z.int().min(1).max(30),
});
export type FollowUpSetting = z.output<typeof FollowUpSetting>;

export const getFollowUpSettingEndpoint = endpoint({
  method: 'get',
  path: '/follow-up-setting',
  tag: 'pengaturan disposisi',
  summary: 'When reminders and escalations go out',
  access: 'desk',
  right: 'any desk of the agency',
  response: FollowUpSetting,
  errors: [],
});

export const setFollowUpSettingEndpoint = endpoint({
  method: 'put',
  path: '/follow-up-setting',
  tag: 'pengaturan disposisi',
  summary: 'Set when reminders and escalations go out',
  access: 'desk',
  right: 'admin of the agency',
  body: FollowUpSetting,
  response: FollowUpSetting,
  errors: ['forbidden', 'desk_read_only'],
});
