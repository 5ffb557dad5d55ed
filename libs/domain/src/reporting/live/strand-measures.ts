import { UNMET_REASONS, type SpellAs } from '../facts';
import * as measures from '../measures';
import { shareWorking, sumOf, type Buckets } from './figure-working';
import type { LiveMeasure } from './live-measure';

/** Needs that could not begin: for whatever reason, and for each. */
export const UNMET_PARTS = ['any-reason', ...UNMET_REASONS] as const;
export const OUTCOME_PARTS = ['better', 'same', 'worse'] as const;

const countIn = (buckets: Buckets, part: string) => buckets.get(part) ?? 0;

/** What is followed for a case and counted by where it stands. */
export const STRAND_MEASURES: readonly LiveMeasure[] = [
  {
    cutByPart: false,
    measure: measures.UNMET_NEED,
    reads: ['need'],
    limbs: false,
    unit: null,
    parts: UNMET_PARTS,
    tables: ['unmet-need', 'unmet-need-by-kind'],
    work: (of, part) => {
      const needs = of('need');
      const unmet = sumOf(needs, UNMET_REASONS);
      const numerator = part === 'any-reason' ? unmet : countIn(needs, part);
      const exclusions = { 'in-hand': countIn(needs, 'in-hand'), 'taken-back': countIn(needs, 'taken-back') };
      const denominator = unmet + countIn(needs, 'begun');
      return shareWorking({ numerator, denominator, exclusions }, sumOf(needs));
    },
  },
  {
    cutByPart: false,
    measure: measures.OUTCOME_CHANGE,
    reads: ['outcome'],
    limbs: false,
    unit: null,
    parts: OUTCOME_PARTS,
    tables: ['outcome-change'],
    work: (of, part) => {
      const answers = of('outcome');
      const left = ['one-score', 'declined', 'not-asked', 'not-recorded'];
      const exclusions = Object.fromEntries(left.map((state) => [state, countIn(answers, state)]));
      const counts = {
        numerator: countIn(answers, part),
        denominator: sumOf(answers, OUTCOME_PARTS),
        exclusions,
      };
      return shareWorking(counts, sumOf(answers));
    },
  },
  {
    cutByPart: false,
    measure: measures.CASELOAD_PER_POST,
    reads: ['caseload'],
    limbs: false,
    unit: null,
    parts: null,
    stock: true,
    tables: ['caseload'],
    work: (of) => {
      const moves = of('caseload');
      const stand = (as: SpellAs) => countIn(moves, `${as}-came`) - countIn(moves, `${as}-left`);
      const [supported, waits] = [stand('adviser'), stand('waits')];
      const counts = { numerator: supported, denominator: supported, exclusions: { waits } };
      return { ...shareWorking(counts, supported + waits), posts: sumOf(of('posts')) };
    },
  },
  {
    cutByPart: false,
    measure: measures.STAYED_IN_JUSTICE,
    reads: ['staying'],
    limbs: false,
    unit: null,
    parts: null,
    tables: ['staying-in-justice'],
    work: (of) => {
      const staying = of('staying');
      const numerator = countIn(staying, 'went-on');
      const counts = {
        numerator,
        denominator: numerator + countIn(staying, 'stopped'),
        exclusions: { 'still-open': countIn(staying, 'open') },
      };
      return shareWorking(counts, sumOf(staying));
    },
  },
];
