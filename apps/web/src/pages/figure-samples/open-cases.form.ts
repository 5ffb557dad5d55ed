import type { OpenFigureCasesInput } from '#libs/casework';
import { isSampledMeasure, liveMeasure, SAMPLE_PURPOSES, sampledPartsOf } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readFigure } from '../live-figures/explain/explain-figure.form';
import type { FigureAsked } from '../live-figures/figure-address';
import { SAMPLES } from './figure-samples.copy';

const PROMISE = 'first-conversation-in-time';
const FIGURE = ['table', 'span', 'until', 'value', 'limb'] as const;
const SINGLE = ['measure', ...FIGURE, 'part', 'purpose'] as const;
export type OpenCasesRaw = Fields<(typeof SINGLE)[number]>;

export type OpenCasesForm = {
  readonly raw: OpenCasesRaw;
  readonly idempotencyKey: string;
  /** Null when the hidden fields name no figure. */
  readonly figure: FigureAsked | null;
} & (
  | { readonly kind: 'valid'; readonly input: OpenFigureCasesInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readOpenCases(body: unknown, around: { readonly months: readonly string[] }): OpenCasesForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const { figure, input, errors: wrong } = casesAsked(raw, around);
  const errors = [...unclean, ...wrong];
  const read = { raw, idempotencyKey, figure };
  if (errors.length > 0 || input === null) return { kind: 'invalid', errors, ...read };
  return { kind: 'valid', input, ...read };
}

export interface CasesAsked {
  readonly figure: FigureAsked | null;
  /** Null while the part or the purpose is missing, or there is no such figure. */
  readonly input: OpenFigureCasesInput | null;
  readonly errors: readonly FieldError[];
}

/** Which cases are to be opened, out of the texts that were sent. */
export function casesAsked(raw: OpenCasesRaw, around: { readonly months: readonly string[] }): CasesAsked {
  const figure = sampledFigureOf(raw, around);
  const parts = figure !== null && isSampledMeasure(figure.measure) ? sampledPartsOf(figure.measure) : [];
  const part = parts.find((one) => one === raw.part);
  const purpose = SAMPLE_PURPOSES.find((one) => one === raw.purpose);
  const errors = [
    ...(part === undefined ? [{ field: 'part', message: SAMPLES.wrong.part }] : []),
    ...(purpose === undefined ? [{ field: 'purpose', message: SAMPLES.wrong.purpose }] : []),
  ];
  if (part === undefined || purpose === undefined || figure === null) return { figure, input: null, errors };
  const { measure, table, span, until, value = null, limb = null } = figure;
  return { figure, input: { figure: { measure, table, span, until, value, limb, part }, purpose }, errors };
}

/** A figure that cases can be opened of, by its address; null when the address names none. */
export function sampledFigureOf(
  given: Readonly<Record<string, unknown>>,
  around: { readonly months: readonly string[] },
): FigureAsked | null {
  const named = FIGURE.filter((field) => given[field] !== undefined && given[field] !== '');
  const query = Object.fromEntries(named.map((field) => [field, given[field]]));
  const measure = given['measure'] === undefined || given['measure'] === '' ? PROMISE : given['measure'];
  if (typeof measure !== 'string' || !isSampledMeasure(measure)) return null;
  const anyPart = liveMeasure(measure)?.parts?.[0];
  const choice = readFigure({ ...query, measure, ...(anyPart !== undefined && { part: anyPart }) }, around);
  return choice.kind === 'figure' ? choice.figure : null;
}
