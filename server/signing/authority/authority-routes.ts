import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Deps } from '../../deps.ts';
import { authorityDir } from '../open-trust.ts';
import { AUTHORITY_PATHS, type Authority } from './authority.ts';
import { currentCrl } from './current-crl.ts';
import { handleOcspRequest } from './handle-ocsp-request.ts';
import { handleTimestampRequest } from './handle-timestamp-request.ts';
import { loadAuthority } from './load-authority.ts';

const REQUEST_LIMIT = '16kb';

/** The demonstration authority's own service: timestamps, certificate state, revocation lists, certificates. */
export function demoAuthorityRoutes(deps: Pick<Deps, 'config' | 'now'>): Router {
  const router = express.Router();
  let loading: Promise<Authority> | undefined;
  const authority = async () => {
    loading ??= loadAuthority(authorityDir(deps.config));
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const answer =
    (mediaType: string, make: (authority: Authority, request: Request) => Uint8Array | Promise<Uint8Array>) =>
    (request: Request, response: Response, next: NextFunction) => {
      authority()
        .then((loaded) => make(loaded, request))
        .then((bytes) => response.setHeader('Cache-Control', 'no-store').type(mediaType).send(Buffer.from(bytes)))
        .catch(next);
    };
  const body = (mediaType: string) => express.raw({ type: mediaType, limit: REQUEST_LIMIT });

  router.post(
    AUTHORITY_PATHS.timestamp,
    body('application/timestamp-query'),
    answer('application/timestamp-reply', (loaded, request) =>
      handleTimestampRequest(loaded, bytesOf(request), deps.now()),
    ),
  );
  router.post(
    AUTHORITY_PATHS.ocsp,
    body('application/ocsp-request'),
    answer('application/ocsp-response', (loaded, request) => handleOcspRequest(loaded, bytesOf(request), deps.now())),
  );
  router.get(
    AUTHORITY_PATHS.rootCertificate,
    answer('application/pkix-cert', (loaded) => loaded.root.certificate.raw),
  );
  router.get(
    AUTHORITY_PATHS.issuingCertificate,
    answer('application/pkix-cert', (loaded) => loaded.issuing.certificate.raw),
  );
  router.get(
    AUTHORITY_PATHS.rootCrl,
    answer('application/pkix-crl', (loaded) => currentCrl(loaded, deps.now(), 'root')),
  );
  router.get(
    AUTHORITY_PATHS.issuingCrl,
    answer('application/pkix-crl', (loaded) => currentCrl(loaded, deps.now(), 'issuing')),
  );
  return router;
}

function bytesOf(request: Request): Uint8Array {
  return Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
}
