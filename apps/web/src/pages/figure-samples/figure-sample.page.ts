import type { SampledCase } from '#libs/casework';
import {
  instant,
  isSampledMeasure,
  mayDo,
  SAMPLED_MEASURES,
  toldCounts,
  type DisclosureRule,
  type SampledFact,
  type StaffActor,
  type ToldCounts,
} from '#libs/domain';
import type { FigureSampleLine } from '#libs/persistence';
import { timeInWords } from '../../formatting/moments';
import { OUTCOME_WORDS } from '../contact-attempts/outcome.copy';
import { REASON_WORDS } from '../contact-exceptions/exception.copy';
import type { FigureReading } from '../live-figures/figure-reading';
import { periodInWords } from '../live-figures/figure-words';
import { REASON_NAMES } from '../live-figures/live-figures.copy';
import type { Notice } from '../notices/notice';
import { countInWords } from '../promise/promise-words';
import { BASIS_NAMES, CASE, PURPOSE_NAMES, SAMPLE } from './figure-samples.copy';
import { samplePath } from './figure-samples.page';
import { figureInWords, partName } from './sample-words';

/** One sample: how it was drawn and signed; for the auditor its cases, as codes and times. */
export function figureSamplePage(shown: {
  readonly actor: StaffActor;
  readonly line: FigureSampleLine;
  readonly cases: readonly SampledCase[] | null;
  readonly reading: Pick<FigureReading, 'policies' | 'names'>;
  readonly timezone: string;
  /** How counts of people are told to whoever does not read the cases. */
  readonly rule: DisclosureRule;
  readonly notice: Notice | null;
}) {
  const { actor, line, cases, reading, timezone, rule, notice } = shown;
  const { sample, draw, signature } = line;
  const readsCases = mayDo(actor, 'draw-figure-sample');
  return {
    ...SAMPLE,
    notice,
    path: samplePath(sample.id),
    figureWords: figureInWords(sample.figure, reading),
    periodWords: periodInWords(sample.figure),
    purposeWords: PURPOSE_NAMES[sample.purpose],
    askedWords: timeInWords(sample.askedAt, timezone),
    drawnWords: sample.drawnAt === null ? null : timeInWords(sample.drawnAt, timezone),
    drawing: draw && {
      count: countsInWords(toldCounts({ ...draw, measure: sample.figure.measure }, { readsCases, rule })),
      seal: draw.seal === null ? SAMPLE.noSeal : String(draw.seal),
      seed: draw.seed,
      sha256: draw.sha256,
      signature: signature === null ? null : { ...signature, words: SAMPLE.signedBy(signature.keyId) },
    },
    mayDraw: draw === null && readsCases,
    seesCases: readsCases,
    cases: cases?.map((one) => caseView(one, { measure: sample.figure.measure, reading, timezone })) ?? [],
  };
}

function countsInWords(told: ToldCounts): string {
  if (told.kind === 'exact') return SAMPLE.countOf(countInWords(told.drawn), countInWords(told.population));
  if (told.population === null) return SAMPLE.few;
  return told.population === 0 ? SAMPLE.nobody : SAMPLE.about(countInWords(told.population));
}

/** What the moments of a case are called; what is left out has none of that kind. */
const MOMENTS: Readonly<
  Record<
    SampledFact,
    Readonly<Partial<Record<'startedAt' | 'submittedAt' | 'dueAt' | 'metAt' | 'endedAt', string>>>
  >
> = {
  limb: { startedAt: CASE.reported, submittedAt: CASE.handedOver, dueAt: CASE.due, metAt: CASE.met },
  referral: { startedAt: CASE.reported, submittedAt: CASE.handedOver, metAt: CASE.met },
  wait: { startedAt: CASE.asked, metAt: CASE.firstSession, endedAt: CASE.ended },
  need: { startedAt: CASE.asked, metAt: CASE.firstSession, endedAt: CASE.ended },
  justice: { startedAt: CASE.recorded, metAt: CASE.charged, endedAt: CASE.ended },
  entitlement: { startedAt: CASE.opened, dueAt: CASE.due, metAt: CASE.delivered },
};

function caseView(
  one: SampledCase,
  of: {
    readonly measure: string;
    readonly reading: Pick<FigureReading, 'names'>;
    readonly timezone: string;
  },
) {
  const { measure, reading, timezone } = of;
  const fact = isSampledMeasure(measure) ? SAMPLED_MEASURES[measure].of : 'limb';
  const names = MOMENTS[fact];
  const at = (iso: string | null) => (iso === null ? CASE.nothing : timeInWords(instant(iso), timezone));
  const moment = (name: keyof typeof names) => {
    const label = names[name];
    return label === undefined ? [] : [{ label, text: at(one[name]) }];
  };
  const rows = [
    ...told(CASE.service, reading.names.kinds, one.service),
    ...told(CASE.entitlement, {}, one.entitlement),
    ...moment('startedAt'),
    ...moment('submittedAt'),
    ...one.attempts.map(({ at: when, outcome }) => ({
      label: CASE.attempts,
      text: `${at(when)}: ${worded(OUTCOME_WORDS, outcome)}`,
    })),
    ...one.exceptions.map(({ from, reason }) => ({
      label: CASE.exceptions,
      text: `${at(from)}: ${worded(REASON_WORDS, reason)}`,
    })),
    ...moment('dueAt'),
    ...moment('metAt'),
    ...moment('endedAt'),
    { label: CASE.stands, text: partName(measure, one.state) },
    ...told(CASE.basis, BASIS_NAMES, one.basis),
    ...told(CASE.reason, REASON_NAMES, one.missReason),
    ...told(CASE.cancelled, {}, one.cancelledBecause),
  ];
  return { title: CASE.name(one.case), rows };
}

function told(label: string, words: Readonly<Record<string, string>>, code: string | null) {
  return code === null ? [] : [{ label, text: worded(words, code) }];
}

function worded(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
