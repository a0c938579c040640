import { extname } from 'node:path';
import express, { type RequestHandler } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Sends the copy `<file>.br` that the build made to browsers that take it; everything else goes on to the next handler. */
export function serveBrotli(
  folder: string,
  options: NonNullable<Parameters<typeof express.static>[1]>,
): RequestHandler {
  const sendCopy = express.static(folder, {
    ...options,
    fallthrough: true,
    setHeaders: (response, path) => {
      response.setHeader('Content-Type', TYPES[extname(path.slice(0, -'.br'.length))] ?? 'application/octet-stream');
      response.setHeader('Content-Encoding', 'br');
    },
  });
  return (request, response, next) => {
    const { path, url } = request;
    if (TYPES[extname(path)] === undefined) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('br') === false) {
      next();
      return;
    }
    request.url = `${path}.br`;
    void sendCopy(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  };
}
