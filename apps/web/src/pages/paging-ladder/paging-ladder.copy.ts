import type { PageLevel } from '#libs/domain';

export const LADDER_FORM = {
  title: 'Ladder of urgent pages',
  intro:
    'Who is told of a referral in danger, how often, and when it goes one level up. The last level is told until somebody says that they have it.',
  times: (who: string) => `How many pages to ${who}?`,
  minutes: (who: string) => `How many minutes after each page to ${who}?`,
  timesHint: '0 leaves this level out',
  numbers: {
    times: (who: string) => `Enter how many pages go to ${who}, as a whole number from 0 to 20`,
    minutes: (who: string) => `Enter how many minutes to wait for ${who}, as a whole number from 1 to 240`,
  },
} as const;

export const LADDER_LEVELS: Readonly<Record<PageLevel, string>> = {
  'on-call': 'the person on call',
  'duty-lead': 'the duty leads',
  'service-manager': 'the service managers',
};

export const LADDER_EFFECT = {
  title: 'Which pages it counts for',
  lines: [
    'Pages that are raised once it is in force climb by this version. A page that is open climbs on by the one that it began under.',
    'With nobody on call a page starts at the next level.',
  ],
} as const;
