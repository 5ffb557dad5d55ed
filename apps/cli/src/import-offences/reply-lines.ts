import type { OffencesTaken } from '#libs/casework';
import type { OffenceFault } from '#libs/domain';

/** Characters that a terminal would act on. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A line for each fault: its row, what it is, and what stands there. */
export function faultLines(faults: readonly OffenceFault[]): string {
  const lines = faults.map(({ kind, row, found }) => {
    const place = row === null ? 'file' : `row ${row}`;
    const quoted = found === '' ? '' : `: ${found.replaceAll(CONTROL, ' ')}`;
    return `${place}: ${kind}${quoted}\n`;
  });
  return `${lines.join('')}Nothing was taken in.\n`;
}

export function takenLines(
  { added, superseded, same, periods }: OffencesTaken,
  { dryRun }: { readonly dryRun: boolean },
): string {
  const counted = `periods ${periods.length}, new ${added}, superseding ${superseded}, the same as here ${same}\n`;
  return dryRun
    ? `${counted}Nothing was changed: this was a dry run. Add --take to take them in.\n`
    : counted;
}
