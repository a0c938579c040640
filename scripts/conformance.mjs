import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfChanged } from './install.mjs';
import { run } from './run-tool.mjs';

// Typesets the corpus of letters and lets veraPDF judge each file against the PDF/A level in its name.
const VERSION = '1.26.2';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const CLI = 'org.verapdf.apps.GreenfieldCliWrapper';

await installIfChanged();
const folder = mkdtempSync(join(tmpdir(), 'lontar-conformance-'));
try {
  const jar = await findVeraPdf();
  const written = await run(process.execPath, ['--import=tsx', 'test/pdf/write-corpus.ts', folder]);
  if (written.code !== 0) throw new Error('Korpus surat gagal disusun.');
  const failures = (await judge(jar, '2b')) + (await judge(jar, '3b'));
  process.exitCode = failures === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** VERAPDF_JAR, else the jar in the user's Maven repository, fetched when Maven can. */
async function findVeraPdf() {
  const jar =
    process.env.VERAPDF_JAR ??
    join(homedir(), '.m2/repository/org/verapdf/apps/greenfield-apps', VERSION, `greenfield-apps-${VERSION}.jar`);
  if (existsSync(jar)) return jar;
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get';
  await run('mvn', ['-q', '-B', goal, `-Dartifact=${ARTIFACT}`, '-Dtransitive=false']).catch(() => undefined);
  if (existsSync(jar)) return jar;
  throw new Error(
    `veraPDF tidak ditemukan. Pasang Java dan Maven, atau unduh ${ARTIFACT} dan isi VERAPDF_JAR dengan letak berkasnya.`,
  );
}

async function judge(jar, level) {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${level}.pdf`));
  const paths = files.map((name) => join(folder, name));
  const { output } = await run('java', ['-cp', jar, CLI, '-f', level, '--format', 'text', ...paths], { quiet: true });
  const failed = files.filter((name) => !output.split('\n').includes(`PASS ${join(folder, name)}`));
  console.log(`PDF/A-${level}: ${files.length - failed.length} dari ${files.length} berkas sesuai.`);
  if (failed.length > 0) console.error(`Tidak sesuai: ${failed.join(', ')}\n${output}`);
  return failed.length + (files.length === 0 ? 1 : 0);
}
