import { bind, bindFile, type Binder } from '../http.ts';
import { changeSaved } from './change-saved.ts';
import { exportSearchEndpoint, searchEndpoint, similarEndpoint, suggestEndpoint } from './contract.ts';
import { exportSearch } from './export-search.ts';
import { findSimilar } from './find-similar.ts';
import { listSaved } from './list-saved.ts';
import { removeSaved } from './remove-saved.ts';
import { saveSearch } from './save-search.ts';
import {
  changeSavedEndpoint,
  listSavedEndpoint,
  removeSavedEndpoint,
  saveSearchEndpoint,
  seeSavedEndpoint,
} from './saved-contract.ts';
import { search } from './search.ts';
import { seeSaved } from './see-saved.ts';
import { suggest } from './suggest.ts';

export function searchRoutes(binder: Binder): void {
  bind(binder, searchEndpoint, search);
  bind(binder, suggestEndpoint, suggest);
  bind(binder, similarEndpoint, findSimilar);
  bindFile(binder, exportSearchEndpoint, exportSearch);
  bind(binder, listSavedEndpoint, listSaved);
  bind(binder, saveSearchEndpoint, saveSearch);
  bind(binder, changeSavedEndpoint, changeSaved);
  bind(binder, removeSavedEndpoint, removeSaved);
  bind(binder, seeSavedEndpoint, seeSaved);
}
