import type { DemoIncoming } from './incoming-script.ts';
import { INFORMATICS_INCOMING } from './informatics-incoming.ts';
import { SECRETARIAT_INCOMING } from './secretariat-incoming.ts';

/** Every letter from outside that the demonstration shows, from the counter to the closed follow-up. */
export const DEMO_INCOMING: readonly DemoIncoming[] = [...SECRETARIAT_INCOMING, ...INFORMATICS_INCOMING];
