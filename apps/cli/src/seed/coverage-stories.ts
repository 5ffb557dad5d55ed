import { TakeOffences } from '#libs/casework';
import { HOUR, localDate, monthPlus, plus, type SheetRow } from '#libs/domain';
import { districtShares } from './district-shares';
import type { Scene, Today } from './scene';
import { fresh } from './stage';

/** Whole months before this one. */
const MONTHS = 24;
/** In a year, in the whole area: about what is published of a county of this size. Every single count is invented. */
const OFFENCES_A_YEAR = 5_600;
/** More in summer, fewer in winter, from month to month of a calendar year. */
const SEASON = [0.92, 0.94, 1, 1.02, 1.05, 1.08, 1.1, 1.06, 1.01, 0.98, 0.93, 0.91];

/** Invented counts of recorded offences, taken in by an administrator, so that referrals stand beside something. */
export function coverageStories({ stage, pack, now }: Today): readonly Scene[] {
  const { work, ids, cast } = stage;
  const { administrator } = cast;
  if (administrator === null) return [];
  return [
    {
      at: plus(now, -2 * HOUR),
      play: async () => {
        const input = {
          definition: 'sexual-offences',
          source: 'Invented for this demonstration: no figures of any police force',
          licence: 'None needed: invented',
          rows: inventedRows({ pack, now }),
          supersedes: false,
          dryRun: false,
          area: pack,
        } as const;
        await new TakeOffences(work, ids).execute(administrator, input, fresh());
      },
    },
  ];
}

function inventedRows({ pack, now }: Pick<Today, 'pack' | 'now'>): readonly SheetRow[] {
  const shares = districtShares(pack, now);
  const whole = shares.reduce((sum, [weight]) => sum + weight, 0);
  const thisMonth = localDate(now, pack.timezone).slice(0, 7);
  const cells = Array.from({ length: MONTHS }, (_, at) => monthPlus(thisMonth, at - MONTHS)).flatMap(
    (month) =>
      shares.map(([weight, code]) => {
        const season = SEASON[Number(month.slice(5)) - 1] ?? 1;
        const offences = Math.round((OFFENCES_A_YEAR / 12) * (weight / whole) * season);
        return [month, code, String(offences)];
      }),
  );
  return [['period', 'district', 'offences'], ...cells].map((row, at) => ({
    row: at + 1,
    cells: row,
    merged: false,
  }));
}
