import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Writable } from 'node:stream';
import type { RawEnvironment } from '#libs/config';

const USAGE = `usage: waymark print-report <report.html> [--out report.pdf]
       needs Chromium, found on the PATH or named by CHROMIUM
`;

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LONGEST_MILLISECONDS = 120_000;

export interface PrintParts {
  readonly args: readonly string[];
  readonly output: Writable;
  readonly environment: RawEnvironment;
}

/**
 * Prints a quarterly report, kept as one HTML file, to a tagged PDF with an outline. 0 when it is written, 1 when
 * Chromium could not, 2 for wrong arguments, 3 when the file is no report or there is no Chromium.
 */
export async function runPrintReport({ args, output, environment }: PrintParts): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    output.write(USAGE);
    return 2;
  }
  const { report, pdf } = asked;
  if (!(await isReport(report))) {
    output.write(`${report} is no quarterly report. Download it from the page of the report (HTML).\n`);
    return 3;
  }
  const program = programOf(environment);
  if (program === null) {
    output.write(
      'There is no Chromium here. Install it, name it with CHROMIUM=<path>, or print the page from a browser.\n',
    );
    return 3;
  }
  const profile = await mkdtemp(join(tmpdir(), 'waymark-print-'));
  try {
    const printed = await print(program, { report, pdf, profile });
    output.write(printed ? `Written: ${pdf}\n` : 'Chromium could not print this report.\n');
    return printed ? 0 : 1;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Null when the arguments do not go together. */
function read(args: readonly string[]): { readonly report: string; readonly pdf: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [report, ...more] = positionals;
    if (report === undefined || more.length > 0) return null;
    return { report: resolve(report), pdf: resolve(values.out ?? report.replace(/(\.html)?$/, '.pdf')) };
  } catch {
    return null;
  }
}

const BEGINNING = '<!doctype html>';
const MARK = '<meta name="generator" content="Waymark quarterly report">';

async function isReport(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimStart().startsWith(BEGINNING) && text.includes(MARK);
}

function programOf(environment: RawEnvironment): string | null {
  const named = environment['CHROMIUM'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const places = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** A report has no scripts and loads nothing; a profile of its own keeps it apart from anybody's browser. */
async function print(
  program: string,
  { report, pdf, profile }: { readonly report: string; readonly pdf: string; readonly profile: string },
): Promise<boolean> {
  const before = await writtenAt(pdf);
  // Chromium's sandbox cannot be set up by root, as in a container.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    program,
    [
      '--headless',
      '--disable-gpu',
      ...asRoot,
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(report).href,
    ],
    { stdio: 'ignore', timeout: LONGEST_MILLISECONDS },
  );
  const code = await new Promise<number | null>((settle) => {
    child.once('error', () => settle(null));
    child.once('exit', (exit) => settle(exit));
  });
  const after = await writtenAt(pdf);
  return code === 0 && after !== null && after !== before;
}

async function writtenAt(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.mtimeMs ?? null;
}
