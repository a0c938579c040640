import { useQueryClient } from '@tanstack/react-query';
import { buildAddress } from '../api/build-address.ts';
import { chooseDesk } from '../api/desk.ts';
import { newKey } from '../api/new-key.ts';

/** Ends the session and leaves nothing of it behind in this tab. */
export function useLogOut(): () => void {
  const client = useQueryClient();
  return () => {
    void fetch(buildAddress('/session/end'), { method: 'POST', headers: { 'Idempotency-Key': newKey() } }).finally(() => {
      chooseDesk(undefined);
      client.clear();
      window.location.assign('/masuk-akun');
    });
  };
}
