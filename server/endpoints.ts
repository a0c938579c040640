import * as accounts from './accounts/contract.ts';
import * as agenda from './agenda/contract.ts';
import * as audit from './audit/contract.ts';
import type { EndpointShape } from './contract.ts';
import * as delivery from './delivery/contract.ts';
import * as dispositions from './dispositions/contract.ts';
import * as incoming from './incoming/contract.ts';
import * as intake from './intake/contract.ts';
import * as letters from './letters/contract.ts';
import * as notifications from './notifications/contract.ts';
import * as organisation from './organisation/contract.ts';
import * as filing from './filing/contract.ts';
import * as registration from './registration/contract.ts';
import * as reports from './reports/contract.ts';
import * as search from './search/contract.ts';
import * as signing from './signing/contract.ts';
import * as tasks from './tasks/contract.ts';
import * as verification from './verification/contract.ts';

const modules = [
  accounts,
  organisation,
  letters,
  signing,
  intake,
  registration,
  incoming,
  agenda,
  dispositions,
  delivery,
  filing,
  search,
  tasks,
  notifications,
  audit,
  reports,
  verification,
];

/** Every operation of the API by its export name. OpenAPI, the mount check and the rights matrix are made from it. */
export const ENDPOINTS: ReadonlyMap<string, EndpointShape> = new Map(
  modules.flatMap((module) =>
    Object.entries(module as Record<string, unknown>).flatMap(([name, value]) =>
      name.endsWith('Endpoint') ? [[name, value as EndpointShape] as const] : [],
    ),
  ),
);
