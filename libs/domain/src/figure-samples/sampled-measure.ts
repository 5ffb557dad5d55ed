import { CODE_RESULTS } from '../code-figures';
import {
  ATTEMPT_PARTS,
  JUSTICE_PARTS,
  LIVE_MEASURES,
  LIVE_TABLES,
  liveTable,
  MISS_REASONS,
  NEED_STATES,
  type FigureSpan,
  type LiveTable,
} from '../reporting';

/** What a case is of: a limit of the promise, a referral, a wait, a need, an investigation, or an entitlement. */
export type SampledFact = 'limb' | 'referral' | 'wait' | 'need' | 'justice' | 'entitlement';

interface Sampled {
  readonly of: SampledFact;
  /** In which of these a case is. */
  readonly parts: readonly string[];
  readonly limbs: boolean;
}

const ENGAGEMENT = ['engaged', 'reached-not-engaged', 'not-reached'] as const;
const referral = { of: 'referral', limbs: false } as const;
const limb = { of: 'limb', limbs: true } as const;

/** Every measure that cases can be drawn of, and the parts that they are drawn from. */
export const SAMPLED_MEASURES = {
  'first-conversation-in-time': { ...limb, parts: ['met', 'missed', 'open', 'cancelled'] },
  'misses-by-reason': { ...limb, parts: MISS_REASONS },
  'first-attempt-in-time': { ...limb, parts: ['in-time', 'late', 'not-attempted', 'not-yet'] },
  'passes-that-rest-on-confirmation': { ...limb, parts: ['late-entry-confirmed', 'corrected-start'] },
  'handover-lag': { ...referral, parts: ['measured', 'not-recorded'] },
  'time-to-first-conversation': { ...referral, parts: ['measured', 'no-conversation'] },
  'reached-at-all': { ...referral, parts: ['reached', 'not-reached'] },
  'attempts-to-reach': { ...referral, parts: [...ATTEMPT_PARTS, 'not-reached'] },
  'engaged-of-reached': { ...referral, parts: ENGAGEMENT },
  'engaged-of-referred': { ...referral, parts: ENGAGEMENT },
  'wait-to-first-session': {
    of: 'wait',
    limbs: false,
    parts: ['begun', 'waiting', 'declined', 'ended-before-it-began'],
  },
  'unmet-need': { of: 'need', limbs: false, parts: NEED_STATES },
  'justice-funnel': { of: 'justice', limbs: false, parts: JUSTICE_PARTS },
  'code-delivered': { of: 'entitlement', limbs: false, parts: CODE_RESULTS },
} as const satisfies Readonly<Record<string, Sampled>>;
export type SampledMeasure = keyof typeof SAMPLED_MEASURES;

export const SAMPLED_MEASURE_IDS = Object.keys(SAMPLED_MEASURES) as readonly SampledMeasure[];

/** Of which table a figure is; what the Code gives is counted beside the live tables. */
export type SampledTable = LiveTable | 'victims-code';

export function isSampledMeasure(id: string): id is SampledMeasure {
  return Object.hasOwn(SAMPLED_MEASURES, id);
}

export function sampledPartsOf(measure: SampledMeasure): readonly string[] {
  return SAMPLED_MEASURES[measure].parts;
}

/**
 * The table of the whole area that tells a measure over this span; undefined where it is not told.
 *
 * Example: how far investigations have come is told over twelve months, and not over three.
 */
export function wholeAreaTable(measure: SampledMeasure, span: FigureSpan): SampledTable | undefined {
  if (measure === 'code-delivered') return 'victims-code';
  return tablesOf(measure).find(
    (table) =>
      LIVE_TABLES[table].dimension === 'county' && isTold(table, span) && table !== 'promise-by-month',
  );
}

/** Whether a measure is a figure of this table over this span. */
export function isFigureOf(
  measure: SampledMeasure,
  { table, span }: { readonly table: SampledTable; readonly span: FigureSpan },
): boolean {
  if (measure === 'code-delivered' || table === 'victims-code')
    return measure === 'code-delivered' && table === 'victims-code';
  return tablesOf(measure).includes(table) && isTold(table, span);
}

function isTold(table: LiveTable, span: FigureSpan): boolean {
  return liveTable(table, span).kind === 'table';
}

function tablesOf(measure: SampledMeasure): readonly LiveTable[] {
  return LIVE_MEASURES.find((live) => live.measure.id === measure)?.tables ?? [];
}
