import { SAMPLE_PURPOSES, SAMPLED_PARTS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { explainPath, type FigureAsked } from '../live-figures/figure-address';
import type { FigureReading } from '../live-figures/figure-reading';
import { periodInWords } from '../live-figures/figure-words';
import { OPEN_CASES, PART_NAMES, PURPOSE_NAMES, SAMPLES } from './figure-samples.copy';
import { figureInWords } from './sample-words';

/** The form with which an auditor opens the cases behind one figure of the promise. */
export function openCasesPage(shown: {
  readonly figure: FigureAsked;
  readonly reading: Pick<FigureReading, 'policies' | 'names'>;
  readonly raw: { readonly part: string; readonly purpose: string };
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}) {
  const { figure, reading, raw, errors, idempotencyKey } = shown;
  const { table, span, until, value = '', limb = '' } = figure;
  const choose = { value: '', text: SAMPLES.choose };
  const asked = { table, span, until, value: value === '' ? null : value, limb };
  return {
    ...OPEN_CASES,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    hidden: Object.entries({ table, span, until, value, limb }).map(([name, text]) => ({ name, text })),
    of: SAMPLED_PARTS.slice(0, 1).map(
      (part) =>
        `${figureInWords({ ...asked, part }, reading).replace(`${PART_NAMES[part]}, `, '')}, ${periodInWords(figure)}`,
    )[0],
    backPath: explainPath({ ...figure, measure: 'first-conversation-in-time' }),
    partItems: [choose, ...SAMPLED_PARTS.map((part) => ({ value: part, text: PART_NAMES[part] }))].map(
      (item) => ({
        ...item,
        selected: item.value === raw.part,
      }),
    ),
    purposeItems: [
      choose,
      ...SAMPLE_PURPOSES.map((purpose) => ({ value: purpose, text: PURPOSE_NAMES[purpose] })),
    ].map((item) => ({ ...item, selected: item.value === raw.purpose })),
  };
}
