import {
  labelOf,
  type RoutingConditions,
  type RoutingEffect,
  type RoutingRule,
  type ServiceId,
  type SupportLabels,
} from '#libs/domain';
import { ACCESS_WORDS } from '../directory/words.copy';
import {
  ACT_WORDS,
  ASK_REASON_WORDS,
  PROMPT_WORDS,
  ROLE_WORDS,
  RULE_REJECTION_WORDS,
  SPACE_WORDS,
  WORKER_WORDS,
} from './routing-words.copy';

/** What the ids and codes of a rule are called. */
export interface RuleNames {
  readonly labels: SupportLabels;
  readonly districtName: (code: string) => string;
  readonly serviceName: (id: ServiceId) => string;
}

const FOR_EVERYBODY = 'For everybody.';

/** When a rule counts, one sentence for each thing that must hold. */
export function conditionWords(when: RoutingConditions, names: RuleNames): readonly string[] {
  const { ageNow, ageAtIncident, districts, reported, acts, hours, forensic, wanted } = when;
  const { workerGender, space, anotherLanguage, access, domesticAbuse } = when;
  const lines = [
    ageNow && `They may be ${ages(ageNow)} now.`,
    ageAtIncident && `They may have been ${ages(ageAtIncident)} when it happened.`,
    districts && `They live in ${listed(districts.map(names.districtName))}.`,
    reported !== undefined && (reported ? 'The police have a report.' : 'The police have no report.'),
    acts && `What happened may include: ${listed(acts.map((act) => ACT_WORDS[act].toLowerCase()))}.`,
    hours && `It may have happened ${hoursWords(hours)}.`,
    forensic && FORENSIC_CONDITION[forensic],
    wanted && `They ask for ${listed(wanted.map((kind) => labelOf(names.labels, kind).name))}.`,
    workerGender && `They ask for ${listed(workerGender.map((one) => WORKER_WORDS[one].toLowerCase()))}.`,
    space && `They ask for ${listed(space.map((one) => SPACE_WORDS[one].toLowerCase()))}.`,
    anotherLanguage !== undefined &&
      (anotherLanguage
        ? 'They need another language than English.'
        : 'They need no other language than English.'),
    access && `They need ${listed(access.map((code) => ACCESS_WORDS[code].toLowerCase()))}.`,
    domesticAbuse !== undefined &&
      (domesticAbuse ? 'It may be domestic abuse.' : 'It is not known to be domestic abuse.'),
  ].filter((line): line is string => typeof line === 'string');
  return lines.length === 0 ? [FOR_EVERYBODY] : lines;
}

const FORENSIC_CONDITION = {
  'may-be-open': 'An examination may still find something, by the most generous reading.',
  outside: 'It was longer ago than examinations usually look for.',
} as const;

/** What a rule does when it counts. */
export function effectWords(effect: RoutingEffect, names: RuleNames): string {
  const kind = 'support' in effect ? labelOf(names.labels, effect.support).name : '';
  const services = 'services' in effect ? listed(effect.services.map(names.serviceName)) : '';
  switch (effect.kind) {
    case 'put-first':
      return `${kind} comes first, with a prompt to phone now.`;
    case 'require-route':
      return `${kind} is reached through the police or children’s social care alone.`;
    case 'prompt':
      return PROMPT_WORDS[effect.prompt];
    case 'prefer':
      return `Prefer ${services}.`;
    case 'only':
      return `For ${kind}: ${services} and no other.`;
    case 'reject':
      return `Leave out ${services}, because ${RULE_REJECTION_WORDS[effect.reason]}.`;
    case 'ask':
      return `For ${kind}, ${ROLE_WORDS[effect.role]} decides, because ${ASK_REASON_WORDS[effect.reason]}.`;
  }
}

/** A rule as lines for comparing two versions of it. */
export function ruleLines(rule: RoutingRule, names: RuleNames): readonly string[] {
  return [...conditionWords(rule.when, names), effectWords(rule.then, names)];
}

function ages({ from, to }: { readonly from: number; readonly to: number | null }): string {
  if (to === null) return `${from} or older`;
  return from === 0 ? `under ${to + 1}` : `${from} to ${to}`;
}

function hoursWords({ atLeast, atMost }: NonNullable<RoutingConditions['hours']>): string {
  if (atMost === undefined) return `at least ${spanWords(atLeast ?? 0)} ago`;
  return atLeast === undefined
    ? `in the last ${spanWords(atMost)}`
    : `between ${spanWords(atLeast)} and ${spanWords(atMost)} ago`;
}

/** Whole days where they are whole. */
export function spanWords(hours: number): string {
  if (hours >= 72 && hours % 24 === 0) return `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
