import type { SampledCase } from '#libs/casework';
import { instant, mayDo, type StaffActor } from '#libs/domain';
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
import { figureInWords } from './sample-words';

/** One sample: how it was drawn and signed; for the auditor its cases, as codes and times. */
export function figureSamplePage(shown: {
  readonly actor: StaffActor;
  readonly line: FigureSampleLine;
  readonly cases: readonly SampledCase[] | null;
  readonly reading: Pick<FigureReading, 'policies' | 'names'>;
  readonly timezone: string;
  readonly notice: Notice | null;
}) {
  const { actor, line, cases, reading, timezone, notice } = shown;
  const { sample, draw, signature } = line;
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
      count: SAMPLE.countOf(countInWords(draw.drawn), countInWords(draw.population)),
      seal: draw.seal === null ? SAMPLE.noSeal : String(draw.seal),
      seed: draw.seed,
      sha256: draw.sha256,
      signature: signature === null ? null : { ...signature, words: SAMPLE.signedBy(signature.keyId) },
    },
    mayDraw: draw === null && mayDo(actor, 'draw-figure-sample'),
    seesCases: mayDo(actor, 'draw-figure-sample'),
    cases: cases?.map((one) => caseView(one, timezone)) ?? [],
  };
}

function caseView(one: SampledCase, timezone: string) {
  const at = (iso: string | null) => (iso === null ? CASE.nothing : timeInWords(instant(iso), timezone));
  const rows = [
    { label: CASE.reported, text: at(one.startedAt) },
    { label: CASE.handedOver, text: at(one.submittedAt) },
    ...one.attempts.map(({ at: when, outcome }) => ({
      label: CASE.attempts,
      text: `${at(when)}: ${worded(OUTCOME_WORDS, outcome)}`,
    })),
    ...one.exceptions.map(({ from, reason }) => ({
      label: CASE.exceptions,
      text: `${at(from)}: ${worded(REASON_WORDS, reason)}`,
    })),
    { label: CASE.due, text: at(one.dueAt) },
    { label: CASE.met, text: at(one.metAt) },
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
