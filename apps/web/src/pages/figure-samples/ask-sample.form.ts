import type { AskFigureSampleInput } from '#libs/casework';
import { FIGURE_SPANS, SAMPLE_PURPOSES, SAMPLED_PARTS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { SAMPLES } from './figure-samples.copy';

const SINGLE = ['span', 'until', 'limb', 'part', 'size', 'purpose'] as const;
export type AskSampleRaw = Fields<(typeof SINGLE)[number]>;

export type AskSampleForm = { readonly raw: AskSampleRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: AskFigureSampleInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_SAMPLE: AskSampleRaw = { span: '', until: '', limb: '', part: '', size: '', purpose: '' };

/** What whoever pays asks for: cases of the figure of the whole area. */
export function readAskSample(
  body: unknown,
  { months, limbs }: { readonly months: readonly string[]; readonly limbs: readonly string[] },
): AskSampleForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const span = FIGURE_SPANS.find((one) => one === raw.span);
  const part = SAMPLED_PARTS.find((one) => one === raw.part);
  const purpose = SAMPLE_PURPOSES.find((one) => one === raw.purpose);
  const until = months.find((one) => one === raw.until);
  const limb = limbs.find((one) => one === raw.limb);
  const size = /^\d{1,3}$/.test(raw.size.trim()) ? Number(raw.size) : undefined;
  const chosen = { span, until, limb, part, size, purpose };
  const wrong = SINGLE.filter((field) => chosen[field] === undefined);
  const errors = [
    ...unclean,
    ...wrong
      .filter((field) => !unclean.some((error) => error.field === field))
      .map((field) => ({ field, message: SAMPLES.wrong[field] })),
  ];
  if (
    errors.length > 0 ||
    span === undefined ||
    until === undefined ||
    limb === undefined ||
    part === undefined ||
    size === undefined ||
    purpose === undefined
  )
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const figure = { table: 'reach', span, until, value: null, limb, part } as const;
  return { kind: 'valid', raw, idempotencyKey, input: { figure, size, purpose } };
}
