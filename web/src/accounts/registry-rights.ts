import type { Appointment } from './session.ts';

type Role = Appointment['roles'][number];

/** The parts of a registry's work as the server asks for them; `read` opens the agenda books. */
export type RegistryTask = 'receive' | 'register' | 'direct' | 'read';

const rolesFor: Record<RegistryTask, readonly Role[]> = {
  receive: ['registry', 'mail_receiver', 'mail_controller'],
  register: ['registry', 'mail_controller'],
  direct: ['registry', 'mail_director'],
  read: ['registry', 'mail_receiver', 'mail_controller', 'mail_director', 'archivist', 'auditor'],
};

/** Whether the screens of a task are of use to a desk; the server decides for itself. */
export function mayDo(desk: Appointment | undefined, task: RegistryTask): boolean {
  if (desk === undefined || (task !== 'read' && !desk.canAct)) return false;
  return desk.roles.some((role) => rolesFor[task].includes(role));
}
