import { StartupError } from '../runtime/startup-error.ts';

/** Why a backup or restore cannot go on, as a sentence for the person at the machine. */
export class BackupProblem extends StartupError {}
