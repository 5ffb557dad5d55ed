import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCalendar, type CalendarVersion, type OpeningHours } from '#libs/domain';
import { projectRoot } from '../project-root';
import type { CalendarFile } from './file-shapes';
import type { PackPlace } from './pack-faults';

interface BankHolidayFile {
  readonly publishedRange: { readonly to: string };
  readonly days: readonly { readonly date: string; readonly status: 'published' | 'computed' }[];
}

export type PackCalendar = CalendarVersion & { readonly source: string };

/** The calendars of a pack, each built once to see that it ever opens. */
export function calendarsOf(files: readonly CalendarFile[], at: PackPlace): readonly PackCalendar[] {
  const known = bankHolidays();
  return files.map(({ id, version, source, timezone, schedule }, index) => {
    const hours: OpeningHours = { timezone, schedule, ...known };
    const built = buildCalendar(hours);
    if (built.kind === 'refused')
      at.at(index).fault(`calendar ${id} cannot be used: ${built.reason}`, 'Correct its zone or hours');
    return { id, version, source, hours };
  });
}

/** Published dates only: a question past the last of them is refused, never guessed (DESIGN §3). */
export function bankHolidays(): Pick<OpeningHours, 'holidays' | 'knownUntil'> {
  const name = 'libs/config/reference/bank-holidays-england-and-wales.json';
  const file = JSON.parse(readFileSync(join(projectRoot(), name), 'utf8')) as BankHolidayFile;
  const published = file.days.filter(({ status }) => status === 'published');
  return { holidays: published.map(({ date }) => date), knownUntil: file.publishedRange.to };
}
