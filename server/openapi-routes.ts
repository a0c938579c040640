import express, { type Router } from 'express';
import { OPENAPI_PAGE_STYLE, openApiPage } from './openapi-page.ts';
import { buildOpenApi } from './openapi.ts';

/** `/openapi.json` for machines and `/docs` for people, both made once from the endpoint list. */
export function openApiRoutes(): Router {
  const router = express.Router();
  const document = buildOpenApi();
  const page = openApiPage(document);
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs.css', (_request, response) => {
    response.type('css').send(OPENAPI_PAGE_STYLE);
  });
  return router;
}
