import { useQueryClient } from '@tanstack/react-query';
import { chooseDesk } from '../api/desk.ts';
import { stopKeeping } from '../offline/keep-queries.ts';
import { showToast } from '../kit/toast.tsx';
import { forgetDevice } from './forget-device.ts';
import { logOut, logOutEverywhere } from './session.ts';

interface LogOut {
  here: () => void;
  /** Ends the sessions of every other device and tab too. */
  everywhere: () => void;
}

/** Ends the session and leaves nothing of it behind in this tab. */
export function useLogOut(): LogOut {
  const client = useQueryClient();
  const end = async (call: typeof logOut | typeof logOutEverywhere) => {
    try {
      await call({});
    } catch {
      showToast('Anda belum keluar karena server tidak terjangkau. Coba lagi.', { tone: 'problem' });
      return;
    }
    stopKeeping();
    await forgetDevice();
    chooseDesk(undefined);
    client.clear();
    window.location.assign('/masuk-akun');
  };
  return { here: () => void end(logOut), everywhere: () => void end(logOutEverywhere) };
}
