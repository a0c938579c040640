import { useQueryClient } from '@tanstack/react-query';
import { chooseDesk } from '../api/desk.ts';
import { showToast } from '../kit/toast.tsx';
import { logOut } from './session.ts';

/** Ends the session and leaves nothing of it behind in this tab. */
export function useLogOut(): () => void {
  const client = useQueryClient();
  const end = async () => {
    try {
      await logOut({});
    } catch {
      showToast('Anda belum keluar karena server tidak terjangkau. Coba lagi.', { tone: 'problem' });
      return;
    }
    await forgetDrafts();
    chooseDesk(undefined);
    client.clear();
    window.location.assign('/masuk-akun');
  };
  return () => void end();
}

/** Drafts kept on this device; loaded only now, and no reason to stay logged in when the device keeps nothing. */
async function forgetDrafts(): Promise<void> {
  try {
    const { clearLocalDrafts } = await import('../konsep/local-drafts.ts');
    await clearLocalDrafts();
  } catch {
    return;
  }
}
