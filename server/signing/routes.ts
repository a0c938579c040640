import { bind, type Binder } from '../http.ts';
import { getCertificateEndpoint, getSigningEndpoint, signLetterEndpoint } from './contract.ts';
import { getCertificate } from './get-certificate.ts';
import { getSigning } from './get-signing.ts';
import { signLetter } from './sign-letter.ts';

export function signingRoutes(binder: Binder): void {
  bind(binder, signLetterEndpoint, signLetter);
  bind(binder, getSigningEndpoint, getSigning);
  bind(binder, getCertificateEndpoint, getCertificate);
}
