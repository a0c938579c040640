import { BRIDGES_AND_FUEL } from './letters/bridges-and-fuel.ts';
import { DISASTER_AND_ARCHIVES } from './letters/disaster-and-archives.ts';
import { EDUCATION_AND_HEALTH } from './letters/education-and-health.ts';
import { GOVERNOR_AND_INSPECTORATE } from './letters/governor-and-inspectorate.ts';
import { INFORMATICS_DRAFTING } from './letters/informatics-drafting.ts';
import { INFORMATICS_NOTICES } from './letters/informatics-notices.ts';
import { INFORMATICS_REPORTS } from './letters/informatics-reports.ts';
import { INFORMATICS_REVIEW } from './letters/informatics-review.ts';
import { INFORMATICS_TO_SIGN } from './letters/informatics-to-sign.ts';
import { ROADS_AND_LANDSLIDE } from './letters/roads-and-landslide.ts';
import { SECRETARIAT_INSTRUCTIONS } from './letters/secretariat-instructions.ts';
import type { DemoLetter } from './letter.ts';

/** In no order of time: the timelines of different letters overlap. */
export const DEMO_LETTERS: readonly DemoLetter[] = [
  ...BRIDGES_AND_FUEL,
  ...DISASTER_AND_ARCHIVES,
  ...EDUCATION_AND_HEALTH,
  ...GOVERNOR_AND_INSPECTORATE,
  ...INFORMATICS_DRAFTING,
  ...INFORMATICS_NOTICES,
  ...INFORMATICS_REPORTS,
  ...INFORMATICS_REVIEW,
  ...INFORMATICS_TO_SIGN,
  ...ROADS_AND_LANDSLIDE,
  ...SECRETARIAT_INSTRUCTIONS,
];
