import { bind, type Binder, bindFile } from '../http.ts';
import { exportAgendaEndpoint, listAgendaEndpoint } from './contract.ts';
import { exportAgenda } from './export-agenda.ts';
import { listAgenda } from './list-agenda.ts';

export function agendaRoutes(binder: Binder): void {
  bind(binder, listAgendaEndpoint, listAgenda);
  bindFile(binder, exportAgendaEndpoint, exportAgenda);
}
