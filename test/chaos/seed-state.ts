import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChaosOptions } from './options';
import type { Report } from './report';

/** The report of a seed that was finished before; a run cut short leaves none and begins anew. */
export function finishedReport(options: ChaosOptions): Report | null {
  const file = fileOf(options);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
}

export function keepReport(options: ChaosOptions, report: Report): void {
  mkdirSync(options.data, { recursive: true });
  const file = fileOf(options);
  // Whole or not at all: a run cut short here must not look finished.
  writeFileSync(`${file}.part`, `${JSON.stringify(report)}\n`);
  renameSync(`${file}.part`, file);
}

function fileOf({ data, queue, faults, seed, short }: ChaosOptions): string {
  return join(data, `${queue}-${faults}-${seed}${short ? '-short' : ''}.json`);
}
