import { SAMPLE_PURPOSES } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { explainPath, type FigureAsked } from '../live-figures/figure-address';
import type { FigureReading } from '../live-figures/figure-reading';
import { periodInWords } from '../live-figures/figure-words';
import { OPEN_CASES, PURPOSE_NAMES, SAMPLES } from './figure-samples.copy';
import { measureInWords, partItems } from './sample-words';

/** The form with which an auditor opens the cases behind one figure. */
export function openCasesPage(shown: {
  readonly figure: FigureAsked;
  readonly reading: Pick<FigureReading, 'policies' | 'names'>;
  readonly raw: { readonly part: string; readonly purpose: string };
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}) {
  const { figure, reading, raw, errors, idempotencyKey } = shown;
  const { measure, table, span, until, value = '', limb = '' } = figure;
  const choose = { value: '', text: SAMPLES.choose };
  const asked = {
    measure,
    table,
    span,
    until,
    value: value === '' ? null : value,
    limb: limb === '' ? null : limb,
  };
  return {
    ...OPEN_CASES,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    hidden: Object.entries({ measure, table, span, until, value, limb }).map(([name, text]) => ({
      name,
      text,
    })),
    of: `${measureInWords(asked, reading)}, ${periodInWords(figure)}`,
    backPath: explainPath(figure),
    partItems: [choose, ...partItems(measure)].map((item) => ({
      ...item,
      selected: item.value === raw.part,
    })),
    purposeItems: [
      choose,
      ...SAMPLE_PURPOSES.map((purpose) => ({ value: purpose, text: PURPOSE_NAMES[purpose] })),
    ].map((item) => ({ ...item, selected: item.value === raw.purpose })),
  };
}
