import { bind, type Binder } from '../http.ts';
import {
  listSignatoriesEndpoint,
  proposeCircuitEndpoint,
  searchClassificationsEndpoint,
  searchDesksEndpoint,
} from './contract.ts';
import { listSignatories, searchClassifications, searchDesks } from './desks.ts';
import { proposeCircuit } from './propose-circuit.ts';

export function organisationRoutes(binder: Binder): void {
  bind(binder, searchDesksEndpoint, searchDesks);
  bind(binder, searchClassificationsEndpoint, searchClassifications);
  bind(binder, listSignatoriesEndpoint, listSignatories);
  bind(binder, proposeCircuitEndpoint, proposeCircuit);
}
