import { WORKS_AND_INFORMATICS_POSITIONS } from './positions-informatics-works.ts';
import { PUBLIC_SERVICE_POSITIONS } from './positions-public-service.ts';
import { SECRETARIAT_POSITIONS } from './positions-secretariat.ts';
import type { DemoPosition } from './position.ts';

export const DEMO_POSITIONS: readonly DemoPosition[] = [
  ...SECRETARIAT_POSITIONS,
  ...WORKS_AND_INFORMATICS_POSITIONS,
  ...PUBLIC_SERVICE_POSITIONS,
];
