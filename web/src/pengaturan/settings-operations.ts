import type * as dispositions from '../../../server/dispositions/contract.ts';
import { operation } from '../api/index.ts';

export const listInstructions = operation<typeof dispositions.listInstructionsEndpoint>('get', '/instructions');
export const setInstructions = operation<typeof dispositions.setInstructionsEndpoint>('put', '/instructions/:group');
export const listTeams = operation<typeof dispositions.listTeamsEndpoint>('get', '/teams');
export const setTeam = operation<typeof dispositions.setTeamEndpoint>('put', '/teams/:teamId');
export const getCalendar = operation<typeof dispositions.getCalendarEndpoint>('get', '/calendar');
export const setCalendarDay = operation<typeof dispositions.setCalendarDayEndpoint>('put', '/calendar/:date');
export const getFollowUpSetting = operation<typeof dispositions.getFollowUpSettingEndpoint>(
  'get',
  '/follow-up-setting',
);
export const setFollowUpSetting = operation<typeof dispositions.setFollowUpSettingEndpoint>(
  'put',
  '/follow-up-setting',
);
