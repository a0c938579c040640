import { bind, type Binder } from '../http.ts';
import { getSessionEndpoint, logInEndpoint, logOutEndpoint, logOutEverywhereEndpoint } from './contract.ts';
import { describeSession } from './describe-session.ts';
import { logIn } from './log-in.ts';
import { logOutEverywhere } from './log-out-everywhere.ts';
import { logOut } from './log-out.ts';

export function accountsRoutes(binder: Binder): void {
  bind(binder, logInEndpoint, logIn);
  bind(binder, getSessionEndpoint, describeSession);
  bind(binder, logOutEndpoint, logOut);
  bind(binder, logOutEverywhereEndpoint, logOutEverywhere);
}
