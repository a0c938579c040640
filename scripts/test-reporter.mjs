import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The readable reporter, which also leaves its counts in a file for whoever started the run. */
export default class TestReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending, duration } = this.stats;
      writeFileSync(
        options.reporterOption.summary,
        JSON.stringify({ passes, failures, pending, durationMs: duration ?? 0 }),
      );
    });
  }
}
