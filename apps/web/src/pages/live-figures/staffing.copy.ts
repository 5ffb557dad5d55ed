import type { StaffingPatternId } from '#libs/domain';

export const STAFFING_NAMES: Readonly<Record<StaffingPatternId, string>> = {
  'as-it-was': 'As it was',
  'weekdays-only': 'Weekdays only',
  'every-day': 'Weekends and bank holidays staffed too',
  'extended-evenings': 'These, and every evening until 8pm',
};

export const STAFFING = {
  title: 'What the weekend costs: the same referrals under other staffing',
  firstHead: 'Staffing',
  conversation: 'First conversation in time',
  attempt: 'First attempt in time',
  intro:
    'The same referrals and the same deadlines, had the desk been staffed at other hours. Every first conversation and every first attempt is taken to come as many staffed minutes after the report as it really did: the same pace of work, and nothing else changed.',
  patterns:
    'As it was: the hours of the desk in the calendar of each clock. Weekdays only: these hours from Monday to Friday, and no bank holiday. Weekends and bank holidays staffed: the hours of a weekday on every date. Evenings: every staffed day goes on until 8pm.',
  cannotSay:
    'It cannot say how many people it would take, whether they would work at this pace, or whether somebody would have answered at another hour. It changes no deadline, and turns no miss into a kept promise.',
  version: (version: number) =>
    `Staffing patterns, version ${version}. Provisional: it moves as clocks run out.`,
  left: (limb: string, outside: string, unknown: string) =>
    `${limb}: ${outside} conversations came outside the hours that were staffed and are left where they were; for ${unknown} the hours are not known.`,
  chart: (limb: string) => `First conversation in time under other staffing: ${limb}`,
  subtitle: (period: string) => `Percentage in time of the police referrals that are decided, ${period}.`,
} as const;
