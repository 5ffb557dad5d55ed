import {
  ACCESS_CODES,
  ASK_REASONS,
  DECIDING_ROLES,
  FORENSIC_ACTS,
  RULE_PROMPTS,
  RULE_REJECTIONS,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
  type AgesServed,
  type RoutingConditions,
  type RoutingEffect,
  type RoutingRule,
  type ServiceId,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { RULE_FORM } from './rule.copy';

export const RULE_SINGLE = [
  'title',
  'ageFrom',
  'ageTo',
  'thenFrom',
  'thenTo',
  'reported',
  'atLeast',
  'atMost',
  'forensic',
  'space',
  'anotherLanguage',
  'domesticAbuse',
  'effect',
  'support',
  'rejectReason',
  'role',
  'askReason',
  'prompt',
  'revision',
] as const;
export const RULE_LISTS = ['districts', 'acts', 'wanted', 'workerGender', 'access', 'services'] as const;

export type RuleRaw = Fields<(typeof RULE_SINGLE)[number], (typeof RULE_LISTS)[number]>;

export type RuleForm = { readonly raw: RuleRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly rule: Omit<RoutingRule, 'id'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST_TITLE = 120;

export function readRule(posted: unknown): RuleForm {
  const {
    raw,
    errors: unclean,
    idempotencyKey,
  } = readFields(posted, { single: RULE_SINGLE, lists: RULE_LISTS });
  const errors: FieldError[] = [...unclean];
  const title = raw.title.trim();
  if (title === '' || title.length > LONGEST_TITLE)
    errors.push({ field: 'title', message: RULE_FORM.errors.title });
  const when = conditionsOf(raw, errors);
  const then = effectOf(raw, errors);
  return errors.length > 0 || then === null
    ? { kind: 'invalid', raw, idempotencyKey, errors }
    : { kind: 'valid', raw, idempotencyKey, rule: { title, when, then } };
}

function conditionsOf(raw: RuleRaw, errors: FieldError[]): RoutingConditions {
  const ageNow = rangeOf(raw.ageFrom, raw.ageTo, { most: 120 });
  const ageThen = rangeOf(raw.thenFrom, raw.thenTo, { most: 120 });
  const hours = rangeOf(raw.atLeast, raw.atMost, { most: 24 * 366 });
  if (ageNow === 'wrong') errors.push({ field: 'ageFrom', message: RULE_FORM.errors.years });
  if (ageThen === 'wrong') errors.push({ field: 'thenFrom', message: RULE_FORM.errors.years });
  if (hours === 'wrong') errors.push({ field: 'atLeast', message: RULE_FORM.errors.hours });
  const among = <Code extends string>(codes: readonly Code[], chosen: readonly string[]) => {
    const found = codes.filter((code) => chosen.includes(code));
    return found.length === 0 ? undefined : found;
  };
  const space = WANTED_SPACES.find((code) => code === raw.space);
  const when: RoutingConditions = {
    ageNow: agesOf(ageNow),
    ageAtIncident: agesOf(ageThen),
    districts: raw.districts.length === 0 ? undefined : raw.districts,
    reported: answerOf(raw.reported),
    acts: among(FORENSIC_ACTS, raw.acts),
    hours: hours === null || hours === 'wrong' ? undefined : hoursOf(hours),
    forensic: raw.forensic === 'may-be-open' || raw.forensic === 'outside' ? raw.forensic : undefined,
    wanted: among(SUPPORT_KINDS, raw.wanted),
    workerGender: among(WANTED_WORKERS, raw.workerGender),
    space: space === undefined ? undefined : [space],
    anotherLanguage: answerOf(raw.anotherLanguage),
    access: among(ACCESS_CODES, raw.access),
    domesticAbuse: answerOf(raw.domesticAbuse),
  };
  return Object.fromEntries(Object.entries(when).filter(([, said]) => said !== undefined));
}

interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** Null when both ends are empty. */
function rangeOf(from: string, to: string, { most }: { readonly most: number }): Range | 'wrong' | null {
  const [least, upper] = [from.trim(), to.trim()];
  if (least === '' && upper === '') return null;
  const read = (typed: string) =>
    typed === '' ? null : /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  const range = { from: read(least), to: read(upper) };
  const sound = [range.from, range.to].every((end) => end === null || (end >= 0 && end <= most));
  const upsideDown = range.from !== null && range.to !== null && range.from > range.to;
  return sound && !upsideDown ? range : 'wrong';
}

function agesOf(range: Range | 'wrong' | null): AgesServed | undefined {
  return range === null || range === 'wrong' ? undefined : { from: range.from ?? 0, to: range.to };
}

function hoursOf({ from, to }: Range): NonNullable<RoutingConditions['hours']> {
  return { ...(from === null ? {} : { atLeast: from }), ...(to === null ? {} : { atMost: to }) };
}

function answerOf(typed: string): boolean | undefined {
  return typed === 'yes' ? true : typed === 'no' ? false : undefined;
}

function effectOf(raw: RuleRaw, errors: FieldError[]): RoutingEffect | null {
  const wrong = (field: keyof typeof RULE_FORM.errors) => {
    errors.push({ field, message: RULE_FORM.errors[field] });
    return null;
  };
  const support = SUPPORT_KINDS.find((code) => code === raw.support);
  const services = raw.services as readonly string[] as readonly ServiceId[];
  switch (raw.effect) {
    case 'put-first':
    case 'require-route':
      return support === undefined ? wrong('support') : { kind: raw.effect, support };
    case 'prompt': {
      const prompt = RULE_PROMPTS.find((code) => code === raw.prompt);
      return prompt === undefined ? wrong('prompt') : { kind: 'prompt', prompt };
    }
    case 'prefer':
      return services.length === 0 ? wrong('services') : { kind: 'prefer', services };
    case 'only':
      if (support === undefined) return wrong('support');
      return services.length === 0 ? wrong('services') : { kind: 'only', support, services };
    case 'reject': {
      const reason = RULE_REJECTIONS.find((code) => code === raw.rejectReason);
      if (reason === undefined) return wrong('rejectReason');
      return services.length === 0 ? wrong('services') : { kind: 'reject', services, reason };
    }
    case 'ask': {
      const role = DECIDING_ROLES.find((code) => code === raw.role);
      const reason = ASK_REASONS.find((code) => code === raw.askReason);
      if (support === undefined) return wrong('support');
      if (role === undefined) return wrong('role');
      return reason === undefined ? wrong('askReason') : { kind: 'ask', support, role, reason };
    }
    default:
      return wrong('effect');
  }
}

/** A radio needs a value to be chosen. */
export const EITHER = 'either';

const yesNo = (said: boolean | undefined) => (said === undefined ? EITHER : said ? 'yes' : 'no');
const typed = (end: number | null | undefined) => (end === null || end === undefined ? '' : String(end));

/** A rule as its form shows it; a new one is empty. */
export function ruleRawOf(rule: Omit<RoutingRule, 'id'> | null, revision: number): RuleRaw {
  const when: RoutingConditions = rule?.when ?? {};
  const then = rule?.then;
  return {
    title: rule?.title ?? '',
    ageFrom: typed(when.ageNow?.from),
    ageTo: typed(when.ageNow?.to),
    thenFrom: typed(when.ageAtIncident?.from),
    thenTo: typed(when.ageAtIncident?.to),
    districts: when.districts ?? [],
    reported: yesNo(when.reported),
    acts: when.acts ?? [],
    atLeast: typed(when.hours?.atLeast),
    atMost: typed(when.hours?.atMost),
    forensic: when.forensic ?? EITHER,
    wanted: when.wanted ?? [],
    workerGender: when.workerGender ?? [],
    space: when.space?.[0] ?? EITHER,
    anotherLanguage: yesNo(when.anotherLanguage),
    access: when.access ?? [],
    domesticAbuse: yesNo(when.domesticAbuse),
    effect: then?.kind ?? '',
    support: then !== undefined && 'support' in then ? then.support : '',
    services: then !== undefined && 'services' in then ? then.services : [],
    rejectReason: then?.kind === 'reject' ? then.reason : '',
    role: then?.kind === 'ask' ? then.role : '',
    askReason: then?.kind === 'ask' ? then.reason : '',
    prompt: then?.kind === 'prompt' ? then.prompt : '',
    revision: String(revision),
  };
}
