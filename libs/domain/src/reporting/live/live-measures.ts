import { MISS_REASONS, NOT_REACHED_CAUSES, NOT_RECORDED, type Cell, type RollupDimension } from '../facts';
import * as measures from '../measures';
import { bucketsOf, shareWorking, spreadWorking, sumOf, type FigureWorking } from './figure-working';
import type { BucketsOf, LiveMeasure } from './live-measure';
import { STRAND_MEASURES } from './strand-measures';

const PROMISE_TABLES = [
  'promise-by-month',
  'promise-by-district',
  'promise-by-centre',
  'promise-by-offence-group',
  'promise-by-source',
  'promise-by-weekday',
  'promise-by-start',
] as const;

const share = {
  cutByPart: false,
  unit: null,
  parts: null,
} as const;

const reached = ['4', '5', '6', '7'];
const REASONS: readonly string[] = MISS_REASONS;
export const ATTEMPT_PARTS = ['1', '2', '3', '4', '5+'] as const;
export const JUSTICE_PARTS = ['recorded', 'charged', 'ended-without-charge', 'outcome-at-court'] as const;
export const JUSTICE_WAITS_PARTS = ['charge', 'outcome'] as const;
/** The codes of a referral of which it is counted whether they are recorded. */
export const COMPLETENESS_PARTS = ['district', 'offence-group'] as const satisfies readonly RollupDimension[];

const stands = (of: BucketsOf) => {
  const promise = of('promise');
  const at = (bucket: string) => promise.get(bucket) ?? 0;
  return {
    met: at('met'),
    missed: at('missed'),
    open: at('open'),
    cancelled: at('cancelled'),
    all: sumOf(promise),
  };
};

export const LIVE_MEASURES: readonly LiveMeasure[] = [
  {
    ...share,
    measure: measures.FIRST_CONVERSATION_IN_TIME,
    reads: ['promise'],
    limbs: true,
    tables: [...PROMISE_TABLES, 'misses', 'reach'],
    work: (of) => {
      const { met, missed, open, cancelled, all } = stands(of);
      const exclusions = { 'still-open': open, cancelled };
      return shareWorking({ numerator: met, denominator: met + missed, exclusions }, all);
    },
  },
  {
    ...share,
    measure: measures.FIRST_ATTEMPT_IN_TIME,
    reads: ['promise', 'first-attempt'],
    limbs: true,
    tables: ['reach'],
    work: (of) => {
      const attempt = of('first-attempt');
      const { cancelled, all } = stands(of);
      const exclusions = { 'still-open': attempt.get('not-yet') ?? 0, cancelled };
      const denominator = sumOf(attempt, ['in-time', 'late', 'none']);
      return shareWorking({ numerator: attempt.get('in-time') ?? 0, denominator, exclusions }, all);
    },
  },
  {
    ...share,
    measure: measures.RESTS_ON_CONFIRMATION,
    reads: ['promise', 'promise-basis'],
    limbs: true,
    tables: ['reach'],
    work: (of) => {
      const { met, missed, open, cancelled, all } = stands(of);
      const numerator = sumOf(of('promise-basis'), ['late-entry-confirmed', 'corrected-start']);
      const exclusions = { missed, 'still-open': open, cancelled };
      return shareWorking({ numerator, denominator: met, exclusions }, all);
    },
  },
  {
    ...share,
    measure: measures.CONVERSATION_UNDER_OTHER_STAFFING,
    reads: ['staffing-promise'],
    limbs: true,
    tables: ['other-staffing'],
    work: (of) => {
      const states = of('staffing-promise');
      const at = (bucket: string) => states.get(bucket) ?? 0;
      const exclusions = { 'still-open': at('open'), cancelled: at('cancelled') };
      const denominator = at('met') + at('missed');
      return shareWorking({ numerator: at('met'), denominator, exclusions }, sumOf(states));
    },
  },
  {
    ...share,
    measure: measures.ATTEMPT_UNDER_OTHER_STAFFING,
    reads: ['staffing-attempt', 'staffing-left'],
    limbs: true,
    tables: ['other-staffing'],
    work: (of) => {
      const attempts = of('staffing-attempt');
      const at = (bucket: string) => attempts.get(bucket) ?? 0;
      const exclusions = { 'still-open': at('not-yet'), cancelled: at('cancelled') };
      const denominator = sumOf(attempts, ['in-time', 'late', 'none']);
      return shareWorking({ numerator: at('in-time'), denominator, exclusions }, sumOf(attempts));
    },
  },
  {
    cutByPart: false,
    measure: measures.MISSES_BY_REASON,
    reads: ['promise', 'promise-reason'],
    limbs: true,
    unit: null,
    parts: REASONS,
    tables: ['misses', 'misses-by-weekday'],
    work: (of, part) => {
      const { met, missed, open, cancelled, all } = stands(of);
      const reasons = of('promise-reason');
      if (sumOf(reasons) !== missed) throw new RangeError('every miss has one reason');
      const exclusions = { 'in-time': met, 'still-open': open, cancelled };
      return shareWorking({ numerator: reasons.get(part) ?? 0, denominator: missed, exclusions }, all);
    },
  },
  {
    cutByPart: false,
    measure: measures.HANDOVER_LAG,
    reads: ['referrals', 'handover-minutes'],
    limbs: false,
    unit: 'minutes',
    parts: null,
    tables: ['times', 'times-by-weekday'],
    work: (of) => {
      const all = sumOf(of('referrals'));
      return spreadWorking(of('handover-minutes'), all, (count) => ({ 'not-recorded': all - count }));
    },
  },
  {
    cutByPart: false,
    measure: measures.TIME_TO_CONVERSATION,
    reads: ['referrals', 'conversation-minutes'],
    limbs: false,
    unit: 'minutes',
    parts: null,
    tables: ['times', 'times-by-weekday'],
    work: (of) => {
      const all = sumOf(of('referrals'));
      return spreadWorking(of('conversation-minutes'), all, (count) => ({ 'no-conversation': all - count }));
    },
  },
  {
    ...share,
    measure: measures.REACHED_AT_ALL,
    reads: ['rung'],
    limbs: false,
    tables: ['reach'],
    work: (of) => {
      const rungs = of('rung');
      const all = sumOf(rungs);
      return shareWorking({ numerator: sumOf(rungs, reached), denominator: all, exclusions: {} }, all);
    },
  },
  {
    cutByPart: false,
    measure: measures.ATTEMPTS_TO_REACH,
    reads: ['attempts-to-reach'],
    limbs: false,
    unit: null,
    parts: ATTEMPT_PARTS,
    tables: ['reach'],
    work: (of, part) => {
      const attempts = of('attempts-to-reach');
      const denominator = sumOf(attempts, ATTEMPT_PARTS);
      const exclusions = { 'not-reached': attempts.get('not-reached') ?? 0 };
      const numerator = attempts.get(part) ?? 0;
      return shareWorking({ numerator, denominator, exclusions }, sumOf(attempts));
    },
  },
  {
    cutByPart: false,
    measure: measures.NOT_REACHABLE_SAFELY,
    reads: ['reach-standing'],
    limbs: false,
    unit: null,
    parts: NOT_REACHED_CAUSES,
    tables: ['not-reached'],
    work: (of, part) => {
      const standing = of('reach-standing');
      const left = ['reached', 'still-tried', 'ended-otherwise'];
      const exclusions = Object.fromEntries(left.map((id) => [id, standing.get(id) ?? 0]));
      const denominator = sumOf(standing, NOT_REACHED_CAUSES);
      const numerator = standing.get(part) ?? 0;
      return shareWorking({ numerator, denominator, exclusions }, sumOf(standing));
    },
  },
  {
    ...share,
    measure: measures.ENGAGED_OF_REACHED,
    reads: ['engagement'],
    limbs: false,
    tables: ['support', 'engagement-by-source'],
    work: (of) => {
      const engagement = of('engagement');
      const denominator = sumOf(engagement, ['engaged', 'reached-not-engaged']);
      const exclusions = { 'not-reached': engagement.get('not-reached') ?? 0 };
      const numerator = engagement.get('engaged') ?? 0;
      return shareWorking({ numerator, denominator, exclusions }, sumOf(engagement));
    },
  },
  {
    ...share,
    measure: measures.ENGAGED_OF_REFERRED,
    reads: ['engagement'],
    limbs: false,
    tables: ['support', 'engagement-by-source'],
    work: (of) => {
      const engagement = of('engagement');
      const all = sumOf(engagement);
      const numerator = engagement.get('engaged') ?? 0;
      return shareWorking({ numerator, denominator: all, exclusions: {} }, all);
    },
  },
  {
    cutByPart: false,
    measure: measures.WAIT_TO_FIRST_SESSION,
    reads: ['wait', 'wait-days'],
    limbs: false,
    unit: 'days',
    parts: null,
    tables: ['support', 'waits-by-service', 'waits-by-provider'],
    work: (of) => {
      const waits = of('wait');
      const at = (bucket: string) => waits.get(bucket) ?? 0;
      return spreadWorking(of('wait-days'), sumOf(waits), () => ({
        'no-session-yet': at('waiting'),
        declined: at('declined'),
        'ended-before-it-began': at('ended-before-it-began'),
      }));
    },
  },
  {
    cutByPart: false,
    measure: measures.JUSTICE_FUNNEL,
    reads: ['justice'],
    limbs: false,
    unit: null,
    parts: JUSTICE_PARTS,
    tables: ['justice'],
    work: (of, part) => {
      const states = of('justice');
      const all = sumOf(states);
      return shareWorking({ numerator: states.get(part) ?? 0, denominator: all, exclusions: {} }, all);
    },
  },
  {
    cutByPart: false,
    measure: measures.JUSTICE_WAITS,
    reads: ['justice', 'charge-days', 'outcome-days'],
    limbs: false,
    unit: 'days',
    parts: JUSTICE_WAITS_PARTS,
    tables: ['justice'],
    work: (of, part) => {
      const all = sumOf(of('justice'));
      const days = of(part === 'charge' ? 'charge-days' : 'outcome-days');
      return spreadWorking(days, all, (count) => ({ 'not-there-yet': all - count }));
    },
  },
  {
    cutByPart: true,
    measure: measures.COMPLETENESS,
    reads: ['referrals'],
    limbs: false,
    unit: null,
    parts: COMPLETENESS_PARTS,
    tables: ['completeness'],
    work: (of) => {
      const all = sumOf(of('referrals'));
      const numerator = sumOf(of('referrals', (value) => value !== NOT_RECORDED));
      return shareWorking({ numerator, denominator: all, exclusions: {} }, all);
    },
  },
  ...STRAND_MEASURES,
];

/** How a measure is worked out live; undefined for one that is not counted there. */
export function liveMeasure(id: string): LiveMeasure | undefined {
  return LIVE_MEASURES.find(({ measure }) => measure.id === id);
}

/** The working of one figure, from cells of the rollups. `limb` only where the measure has limbs. */
export function workingOf(
  live: LiveMeasure,
  cells: readonly Cell[],
  { limb = '', part = '' }: { readonly limb?: string; readonly part?: string } = {},
): FigureWorking {
  const own = live.limbs ? cells.filter((cell) => cell.limb === limb) : cells;
  const of: BucketsOf = (measure, isAsked) =>
    bucketsOf(isAsked === undefined ? own : own.filter(({ value }) => isAsked(value)), measure);
  return live.work(of, part);
}
