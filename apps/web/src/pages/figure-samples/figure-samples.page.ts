import { FIGURE_SPANS, mayDo, SAMPLE_PURPOSES, SAMPLED_PARTS, type StaffActor } from '#libs/domain';
import type { FigureSampleLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import { limbsOf, type FigureReading } from '../live-figures/figure-reading';
import { periodInWords } from '../live-figures/figure-words';
import { SPAN_NAMES } from '../live-figures/live-figures.copy';
import type { Notice } from '../notices/notice';
import { monthInWords } from '../promise/promise-words';
import type { AskSampleRaw } from './ask-sample.form';
import { PART_NAMES, PURPOSE_NAMES, SAMPLES } from './figure-samples.copy';
import { figureInWords } from './sample-words';

export interface SamplesShown {
  readonly actor: StaffActor;
  readonly samples: readonly FigureSampleLine[];
  readonly months: readonly string[];
  readonly reading: FigureReading;
  readonly timezone: string;
  readonly raw: AskSampleRaw;
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly idempotencyKey?: string;
}

/** Which samples there are; and for whoever pays, asking for another. */
export function figureSamplesPage(shown: SamplesShown) {
  const { actor, samples, months, reading, timezone, raw, errors, notice, idempotencyKey } = shown;
  const choose = { value: '', text: SAMPLES.choose };
  const items = (chosen: string, all: readonly { readonly value: string; readonly text: string }[]) =>
    [choose, ...all].map((item) => ({ ...item, selected: item.value === chosen }));
  return {
    ...SAMPLES,
    errors,
    wrong: wrongFields(errors),
    notice,
    idempotencyKey,
    raw,
    rows: samples.map((line) => ({
      path: samplePath(line.sample.id),
      figure: `${figureInWords(line.sample.figure, reading)}, ${periodInWords(line.sample.figure)}`,
      asked: timeInWords(line.sample.askedAt, timezone),
      state: stateOf(line),
    })),
    mayAsk: mayDo(actor, 'ask-figure-sample'),
    spanItems: items(
      raw.span,
      FIGURE_SPANS.map((value) => ({ value, text: SPAN_NAMES[value] })),
    ),
    untilItems: items(
      raw.until,
      months.map((value) => ({ value, text: monthInWords(`${value}-01`) })),
    ),
    limbItems: items(
      raw.limb,
      limbsOf(reading).map(({ limb, name }) => ({ value: limb, text: name })),
    ),
    partItems: items(
      raw.part,
      SAMPLED_PARTS.map((value) => ({ value, text: PART_NAMES[value] })),
    ),
    purposeItems: items(
      raw.purpose,
      SAMPLE_PURPOSES.map((value) => ({ value, text: PURPOSE_NAMES[value] })),
    ),
  };
}

export function samplePath(id: string): string {
  return `/figures/samples/${id}`;
}

function stateOf({ draw, signature }: FigureSampleLine): string {
  if (draw === null) return SAMPLES.waits;
  return signature === null ? SAMPLES.drawn : SAMPLES.signed;
}
