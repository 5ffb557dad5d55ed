import type { AskFigureSampleInput } from '#libs/casework';
import {
  FIGURE_SPANS,
  isSampledMeasure,
  SAMPLE_PURPOSES,
  SAMPLED_MEASURES,
  sampledPartsOf,
  wholeAreaTable,
  type FigureSpan,
  type SampledMeasure,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { SPAN_NAMES } from '../live-figures/live-figures.copy';
import { SAMPLES } from './figure-samples.copy';

const SINGLE = ['measure', 'span', 'until', 'limb', 'part', 'size', 'purpose'] as const;
const PROMISE = 'first-conversation-in-time';
export type AskSampleRaw = Fields<(typeof SINGLE)[number]>;

export type AskSampleForm = { readonly raw: AskSampleRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: AskFigureSampleInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

/** What an address has chosen already: whatever is not one of the choices is left to be chosen. */
export function chosenSample(given: Readonly<Record<string, unknown>>): AskSampleRaw {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' && value.length <= 60 ? value : '';
  };
  const measure = text('measure');
  return {
    measure: isSampledMeasure(measure) ? measure : PROMISE,
    span: text('span'),
    until: text('until'),
    limb: text('limb'),
    part: text('part'),
    size: '',
    purpose: '',
  };
}

/** What whoever pays asks for: cases of a figure of the whole area. */
export function readAskSample(
  body: unknown,
  around: { readonly months: readonly string[]; readonly limbs: readonly string[] },
): AskSampleForm {
  const { raw: typed, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const raw = { ...typed, measure: typed.measure === '' ? PROMISE : typed.measure };
  const answer = sampleAsked(raw, around);
  const errors = [
    ...unclean,
    ...answer.errors.filter(({ field }) => !unclean.some((error) => error.field === field)),
  ];
  if (errors.length > 0 || answer.input === null) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: answer.input };
}

/** What is asked for, out of the texts that were sent; each that is missing or no choice is an error. */
export function sampleAsked(
  raw: AskSampleRaw,
  { months, limbs }: { readonly months: readonly string[]; readonly limbs: readonly string[] },
): { readonly input: AskFigureSampleInput | null; readonly errors: readonly FieldError[] } {
  const { measure } = raw;
  if (!isSampledMeasure(measure))
    return { input: null, errors: [{ field: 'measure', message: SAMPLES.wrongMeasure }] };
  const span = FIGURE_SPANS.find((one) => one === raw.span);
  const until = months.find((one) => one === raw.until);
  const limb = SAMPLED_MEASURES[measure].limbs ? limbs.find((one) => one === raw.limb) : null;
  const part = sampledPartsOf(measure).find((one) => one === raw.part);
  const size = /^\d{1,3}$/.test(raw.size.trim()) ? Number(raw.size) : undefined;
  const purpose = SAMPLE_PURPOSES.find((one) => one === raw.purpose);
  const chosen = { span, until, limb, part, size, purpose };
  const errors = SINGLE.filter(
    (field): field is Exclude<typeof field, 'measure'> => field !== 'measure' && chosen[field] === undefined,
  ).map((field) => ({ field, message: SAMPLES.wrong[field] }));
  const table = span === undefined ? undefined : wholeAreaTable(measure, span);
  if (span !== undefined && table === undefined)
    return { input: null, errors: [...errors, { field: 'span', message: onlyOver(measure) }] };
  if (
    span === undefined ||
    table === undefined ||
    until === undefined ||
    limb === undefined ||
    part === undefined ||
    size === undefined ||
    purpose === undefined
  )
    return { input: null, errors };
  return {
    input: { figure: { measure, table, span, until, value: null, limb, part }, size, purpose },
    errors,
  };
}

function onlyOver(measure: SampledMeasure): string {
  const told = FIGURE_SPANS.find((span: FigureSpan) => wholeAreaTable(measure, span) !== undefined);
  return SAMPLES.onlyOver(SPAN_NAMES[told ?? 'twelve-months']);
}
