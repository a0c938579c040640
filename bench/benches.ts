import { benchAcceptance } from './acceptance.ts';
import { benchColdStart } from './cold-start.ts';
import { benchInbox } from './inbox.ts';
import { benchLivePreview } from './live-preview.ts';
import type { BenchResult } from './result.ts';
import { benchScanLoad } from './scan-load.ts';
import type { Scene } from './scene.ts';
import { benchWorkerGrowth } from './worker-growth.ts';
import { benchWorkerStart } from './worker-start.ts';
import { benchWeb } from './web.ts';
import { benchWholeLetter } from './whole-letter.ts';

/** By the name that `npm run bench -- <name>` takes. */
export const BENCHES: Readonly<Record<string, (scene: Scene) => Promise<BenchResult[]>>> = {
  P1: benchWholeLetter,
  P5: benchInbox,
  P8: benchAcceptance,
  P13: benchWorkerStart,
  P14: benchColdStart,
  P15: benchLivePreview,
  OCR: benchScanLoad,
  RSS: benchWorkerGrowth,
  WEB: benchWeb,
};
