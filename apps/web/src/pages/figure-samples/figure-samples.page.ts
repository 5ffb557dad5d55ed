import {
  FIGURE_SPANS,
  isSampledMeasure,
  mayDo,
  SAMPLE_PURPOSES,
  SAMPLED_MEASURES,
  wholeAreaTable,
  type StaffActor,
} from '#libs/domain';
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
import { PURPOSE_NAMES, SAMPLES } from './figure-samples.copy';
import { figureInWords, measureItems, measureName, partItems } from './sample-words';

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
  const { measure } = raw;
  const limbs = !isSampledMeasure(measure) || SAMPLED_MEASURES[measure].limbs ? limbsOf(reading) : [];
  const spans = FIGURE_SPANS.filter(
    (span) => !isSampledMeasure(measure) || wholeAreaTable(measure, span) !== undefined,
  );
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
    measureItems: measureItems().map((item) => ({ ...item, selected: item.value === measure })),
    measureWords: SAMPLES.of(measureName(measure)),
    spanItems: items(
      raw.span,
      spans.map((value) => ({ value, text: SPAN_NAMES[value] })),
    ),
    untilItems: items(
      raw.until,
      months.map((value) => ({ value, text: monthInWords(`${value}-01`) })),
    ),
    limbItems:
      limbs.length === 0
        ? []
        : items(
            raw.limb,
            limbs.map(({ limb, name }) => ({ value: limb, text: name })),
          ),
    partItems: items(raw.part, partItems(measure)),
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
