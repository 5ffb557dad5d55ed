import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '#libs/config';

const ZONE = 'Europe/London';
const DAY_HOURS = 24;
const HOLIDAYS = 'libs/config/reference/bank-holidays-england-and-wales.json';

/**
 * When the service believes a run to be: a Tuesday a little before the working day closes, with no bank holiday near.
 * Reports of the day before are then due one by one as their 24 hours end, and all at once when the desk closes.
 */
export function beginOfRun(now = Temporal.Now.instant()): Temporal.Instant {
  const holidays = bankHolidays();
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  for (let ahead = 1; ahead < 60; ahead += 1) {
    const day = today.add({ days: ahead });
    const near = [-1, 0, 1].map((days) => day.add({ days }).toString());
    if (day.dayOfWeek === 2 && !near.some((date) => holidays.has(date)))
      return day.toZonedDateTime({ timeZone: ZONE, plainTime: '16:58' }).toInstant();
  }
  throw new Error('There is no ordinary Tuesday in sight.');
}

/** Both limbs of the promise, worked out without the product: 24 hours, and 17:00 on the working day after. */
export function limbsOf(reportedAt: string): Readonly<Record<'24h' | '1wd', number>> {
  const reported = Temporal.Instant.from(reportedAt);
  const holidays = bankHolidays();
  let day = reported.toZonedDateTimeISO(ZONE).toPlainDate();
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5 || holidays.has(day.toString()));
  return {
    '24h': reported.add({ hours: DAY_HOURS }).epochMilliseconds,
    '1wd': day.toZonedDateTime({ timeZone: ZONE, plainTime: '17:00' }).epochMilliseconds,
  };
}

let known: ReadonlySet<string> | undefined;

function bankHolidays(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const file = JSON.parse(readFileSync(join(projectRoot(), HOLIDAYS), 'utf8')) as {
    readonly days: readonly { readonly date: string }[];
  };
  known = new Set(file.days.map(({ date }) => date));
  return known;
}
