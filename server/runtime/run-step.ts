import { fork } from 'node:child_process';
import { childGuard } from './keep-child.ts';
import { projectRoot } from './project-root.ts';
import { StartupError } from './startup-error.ts';

/**
 * Runs a script to its end; its stderr goes to the terminal as it comes, its stdout is returned. Like every child it
 * ends with the supervisor, so that a killed start does not leave a writer behind.
 */
export function runStep(name: string, script: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [], {
      cwd: projectRoot,
      env,
      signal,
      killSignal: 'SIGTERM',
      execArgv: ['--enable-source-maps', '--import', childGuard],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new StartupError(`${name} tidak selesai (kode ${String(code)}):\n${output.trimEnd()}`));
    });
  });
}
