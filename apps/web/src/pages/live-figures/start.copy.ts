import type { HourBand } from '#libs/domain';

export const HOUR_BAND_NAMES: Readonly<Record<HourBand, string>> = {
  night: 'Midnight to 6am',
  morning: '6am to noon',
  afternoon: 'Noon to 6pm',
  evening: '6pm to midnight',
};

export const START = {
  title: 'The promise by day and hour of the report',
  firstHead: 'Day and hour of the report',
  caption: (limb: string, period: string) => `In time, ${limb}, by day and hour of the report, ${period}`,
  intro:
    'When people report, and whether the first conversation was in time. Day and hour are those of the report to the police, in local time.',
  value: (day: string, band: string) => `${day}, ${band}`,
} as const;

export const MISSES_BY_DAY = {
  title: 'Why the promise was missed, by day of the week',
  caption: (limb: string, period: string) => `Misses by reason and day of the report, ${limb}, ${period}`,
  all: 'All misses',
} as const;
