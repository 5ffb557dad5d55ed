import { type RoutingFacts, type SafeguardingBody } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { ASKED_LISTS, ASKED_SINGLE, askedOf, BLANK_ASKED } from './asked.form';
import { TRY } from './table.copy';

const SINGLE = [...ASKED_SINGLE, 'age', 'ageThen', 'district', 'reported', 'draft'] as const;
const LISTS = [...ASKED_LISTS, 'told'] as const;

export type TryRaw = Fields<(typeof SINGLE)[number], (typeof LISTS)[number]>;

export type TryForm = { readonly raw: TryRaw } & (
  | { readonly kind: 'valid'; readonly facts: RoutingFacts }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const BODIES = ['police', 'childrens-social-care'] as const satisfies readonly SafeguardingBody[];

/** Facts of somebody made up. An hour said is within that hour; nothing said is not known. */
export function readTry(posted: unknown): TryForm {
  const { raw, errors: unclean } = readFields(posted, { single: SINGLE, lists: LISTS });
  const { asked, errors: unread } = askedOf(raw);
  const age = yearsOf(raw.age);
  const then = raw.ageThen.trim() === '' ? null : yearsOf(raw.ageThen);
  const errors = [
    ...unclean,
    ...(age === undefined ? [{ field: 'age', message: TRY.errors.age }] : []),
    ...(then === undefined || (then !== null && age !== undefined && then > age)
      ? [{ field: 'ageThen', message: TRY.errors.ageThen }]
      : []),
    ...unread,
  ];
  if (age === undefined || then === undefined || errors.length > 0) return { kind: 'invalid', raw, errors };
  const { hoursAgo, ...wishes } = asked;
  return {
    kind: 'valid',
    raw,
    facts: {
      ...wishes,
      ageNow: { least: age, most: age },
      ageAtIncident: then === null ? null : { least: then, most: then },
      district: raw.district === '' ? null : raw.district,
      reported: raw.reported === 'yes',
      told: BODIES.filter((body) => raw.told.includes(body)),
      hoursSince: hoursAgo === null ? null : { least: hoursAgo, most: hoursAgo + 1, precision: 'hour' },
      interpreterNeeded: false,
      barredAgencies: [],
      tried: [],
    },
  };
}

function yearsOf(typed: string): number | undefined {
  const years = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return years <= 120 ? years : undefined;
}

export const BLANK_TRY: TryRaw = {
  ...BLANK_ASKED,
  told: [],
  age: '',
  ageThen: '',
  district: '',
  reported: 'yes',
  draft: '',
};
