import {
  CHOSEN_REASONS,
  SAID_EVIDENCE,
  DESK_EVENTS,
  EARLY_REASONS,
  ENHANCED_CATEGORIES,
  SAID_HOW,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { ASKED, type DutyRaw, type EventRaw } from './duty.form';
import {
  AT,
  CATEGORIES,
  CHOSEN,
  DESK_EVENT_WORDS,
  EARLY,
  ENHANCED,
  EVIDENCE,
  FIELDS,
  FORMS,
  NEW_EVENT,
  SAID,
  type FormName,
} from './rights.copy';

interface FormState<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

const items = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, text: words[value] }));

const GROUPS = {
  evidence: { legend: FIELDS.evidence, items: items(SAID_EVIDENCE, EVIDENCE) },
  choice: { legend: FIELDS.choice, items: items(['declined', 'changed'] as const, FIELDS.choices) },
  how: { legend: FIELDS.how, items: items(SAID_HOW, SAID) },
  reason: { legend: FIELDS.reason, items: items(CHOSEN_REASONS, CHOSEN) },
  early: { legend: FIELDS.early, hint: FIELDS.earlyHint, items: items(EARLY_REASONS, EARLY) },
} as const;

/** As answers of their own, each begins as a sentence does. */
const GROUNDS = items(ENHANCED_CATEGORIES, CATEGORIES).map(({ value, text }) => ({
  value,
  text: text.charAt(0).toUpperCase() + text.slice(1),
}));

/** The form of one act on one right. Why it was early is asked only when it was. */
export function dutyFormPage(
  place: {
    readonly base: string;
    readonly reference: string;
    readonly right: string;
    readonly form: FormName;
    readonly path: string;
  },
  { raw, errors, idempotencyKey }: FormState<DutyRaw>,
) {
  const { form } = place;
  const words = FORMS[form];
  const early = errors.some(({ field }) => field === 'early') || raw.early !== '';
  const groups = [
    ...ASKED[form].radios,
    ...(form === 'deliver' && early ? ['early'] : []),
  ] as (keyof typeof GROUPS)[];
  const wrong = wrongFields(errors);
  return {
    ...place,
    words,
    title: words.title,
    action: `${place.base}/${place.path}`,
    errors,
    idempotencyKey,
    revision: raw.revision,
    groups: groups.map((name) => ({ name, ...GROUPS[name], value: raw[name], wrong: wrong[name] })),
    at: ASKED[form].moment ? momentView('at', { ...AT, raw, errors }) : null,
  };
}

export function eventFormPage(
  place: { readonly base: string; readonly reference: string },
  { raw, errors, idempotencyKey }: FormState<EventRaw>,
) {
  const wrong = wrongFields(errors);
  const group = { name: 'event', legend: NEW_EVENT.event, items: items(DESK_EVENTS, DESK_EVENT_WORDS) };
  return {
    ...place,
    right: null,
    words: NEW_EVENT,
    title: NEW_EVENT.title,
    action: `${place.base}/events/new`,
    errors,
    idempotencyKey,
    revision: null,
    groups: [{ ...group, value: raw.event, wrong: wrong['event'] }],
    at: momentView('at', { ...AT, raw, errors }),
  };
}

export function enhancedFormPage(
  place: { readonly base: string; readonly reference: string },
  { raw, errors, idempotencyKey }: FormState<{ readonly category: string }>,
) {
  const group = {
    name: 'category',
    legend: ENHANCED.category,
    items: GROUNDS,
  };
  return {
    ...place,
    right: null,
    words: ENHANCED,
    title: ENHANCED.title,
    action: `${place.base}/enhanced`,
    errors,
    idempotencyKey,
    revision: null,
    groups: [{ ...group, value: raw.category, wrong: wrongFields(errors)['category'] }],
    at: null,
  };
}
