import {
  ASKED_ANSWERS,
  BEREAVED_FAMILY,
  CHOSEN_END_REASONS,
  DEATH_MISTAKES,
  DEATH_TOLD_BY,
  DOORS,
  SAID_HOW,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { dayBlank, dayNames, dayView, readDay } from '../support/day-fields';
import { choices, type FormField } from '../support/form-fields';
import { SAID_HOW_WORDS } from '../support/support.copy';
import {
  ANSWER_WORDS,
  DEATH,
  DOOR_WORDS,
  END,
  END_HINTS,
  END_REASON_WORDS,
  FAMILY_WORDS,
  MISTAKE_WORDS,
  TOLD_BY_WORDS,
} from './endings.copy';

const NO_DAY = 'no-day';
const END_NAMES = {
  single: [
    'reason',
    'door',
    'feedback',
    'reopening',
    'sameWorker',
    'saidHow',
    'revision',
    ...dayNames('checkIn'),
  ],
  lists: ['seen'],
} as const;

export type EndRaw = ReturnType<typeof readEnd>['raw'];

export function blankEnd(): EndRaw {
  return {
    ...{ reason: '', door: '', feedback: '', reopening: '', sameWorker: '', saidHow: '', revision: '' },
    ...dayBlank('checkIn'),
    seen: [],
  };
}

const missing = (field: string, found: unknown, message: string) =>
  found === undefined ? [{ field, message }] : [];

/** A day that may be left empty: null then. */
function optionalDay(raw: Readonly<Record<string, unknown>>, prefix: string) {
  const typed = dayNames(prefix).some((name) => String(raw[name] ?? '').trim() !== '');
  return typed ? readDay(raw, prefix, '') : { on: null, errors: [] };
}

export function readEnd(body: unknown) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, END_NAMES);
  const reason = CHOSEN_END_REASONS.find((code) => code === raw.reason);
  const door = DOORS.find((code) => code === raw.door);
  const feedback = ASKED_ANSWERS.find((code) => code === raw.feedback);
  const reopening = ASKED_ANSWERS.find((code) => code === raw.reopening);
  const sameWorker = ASKED_ANSWERS.find((code) => code === raw.sameWorker);
  const day = optionalDay(raw, 'checkIn');
  const errors: readonly FieldError[] = [
    ...unclean,
    ...missing('reason', reason, END.reasonMissing),
    ...missing('door', door, END.doorMissing),
    ...missing('feedback', feedback, END.feedbackMissing),
    ...missing('reopening', reopening, END.reopeningMissing),
    ...missing('sameWorker', sameWorker, END.sameWorkerMissing),
    ...day.errors,
  ];
  const saidHow = SAID_HOW.find((code) => code === raw.saidHow) ?? null;
  const whole =
    reason === undefined ||
    door === undefined ||
    feedback === undefined ||
    reopening === undefined ||
    sameWorker === undefined ||
    errors.length > 0
      ? null
      : { reason, door, feedback, reopening, sameWorker };
  const input = whole && { ...whole, checkInOn: day.on, saidHow, seen: raw.seen.includes('yes') };
  return { raw, errors, idempotencyKey, input };
}

export function endFields(
  raw: EndRaw,
  { errors, ends }: { readonly errors: readonly FieldError[]; readonly ends: boolean },
): readonly FormField[] {
  const answer = (name: 'feedback' | 'reopening' | 'sameWorker'): FormField => ({
    type: 'radios',
    name,
    legend: END[name],
    items: choices(ASKED_ANSWERS, ANSWER_WORDS),
    value: raw[name],
  });
  return [
    {
      type: 'radios',
      name: 'reason',
      legend: END.reason,
      items: choices(CHOSEN_END_REASONS, END_REASON_WORDS, END_HINTS),
      value: raw.reason,
    },
    { type: 'radios', name: 'door', legend: END.door, items: choices(DOORS, DOOR_WORDS), value: raw.door },
    answer('feedback'),
    answer('reopening'),
    answer('sameWorker'),
    { type: 'date', view: dayView('checkIn', { legend: END.checkIn, hint: END.checkInHint, raw, errors }) },
    {
      type: 'radios',
      name: 'saidHow',
      legend: END.saidHow,
      items: [{ value: NO_DAY, text: END.saidHowNot }, ...choices(SAID_HOW, SAID_HOW_WORDS)],
      value: raw.saidHow === '' ? NO_DAY : raw.saidHow,
    },
    ...(ends
      ? ([
          {
            type: 'ticks',
            name: 'seen',
            legend: END.seen,
            items: [{ value: 'yes', text: END.seenYes }],
            values: raw.seen,
          },
        ] as const)
      : []),
  ];
}

const DEATH_NAMES = ['toldBy', 'family', 'revision', ...dayNames('died')] as const;
export type DeathRaw = ReturnType<typeof readDeath>['raw'];

export function blankDeath(): DeathRaw {
  return { toldBy: '', family: '', revision: '', ...dayBlank('died') };
}

export function readDeath(body: unknown) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: DEATH_NAMES });
  const toldBy = DEATH_TOLD_BY.find((code) => code === raw.toldBy);
  const family = BEREAVED_FAMILY.find((code) => code === raw.family);
  const day = optionalDay(raw, 'died');
  const errors = [
    ...unclean,
    ...missing('toldBy', toldBy, DEATH.toldByMissing),
    ...day.errors,
    ...missing('family', family, DEATH.familyMissing),
  ];
  const input =
    toldBy === undefined || family === undefined || errors.length > 0
      ? null
      : { toldBy, family, diedOn: day.on };
  return { raw, errors, idempotencyKey, input };
}

export function deathFields(raw: DeathRaw, errors: readonly FieldError[]): readonly FormField[] {
  return [
    {
      type: 'radios',
      name: 'toldBy',
      legend: DEATH.toldBy,
      items: choices(DEATH_TOLD_BY, TOLD_BY_WORDS),
      value: raw.toldBy,
    },
    { type: 'date', view: dayView('died', { legend: DEATH.diedOn, hint: DEATH.diedOnHint, raw, errors }) },
    {
      type: 'radios',
      name: 'family',
      legend: DEATH.family,
      hint: DEATH.familyHint,
      items: choices(BEREAVED_FAMILY, FAMILY_WORDS),
      value: raw.family,
    },
  ];
}

export function readCorrection(body: unknown) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['because'] });
  const because = DEATH_MISTAKES.find((code) => code === raw.because);
  const errors = [...unclean, ...missing('because', because, DEATH.becauseMissing)];
  return { raw, errors, idempotencyKey, because: errors.length > 0 ? undefined : because };
}

export function correctionFields(because: string): readonly FormField[] {
  return [
    {
      type: 'radios',
      name: 'because',
      legend: DEATH.because,
      items: choices(DEATH_MISTAKES, MISTAKE_WORDS),
      value: because,
    },
  ];
}
