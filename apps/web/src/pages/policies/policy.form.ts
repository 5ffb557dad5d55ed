import type { DeadlinePolicy, Limb, WorkingDayReading } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { readWeek, weekRaw } from '../calendars/weekly-hours';
import { ENDING, endDraft, readCount, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { readTimeOfDay } from '../typed-moments/time-of-day';
import { clockFace } from '../promise-words/clock-face';
import { POLICY_ERRORS } from './policy-form.copy';

const LIMB_FIELDS = {
  elapsed: ['Hours', 'Warn'],
  'working-day': ['Reading', 'Days', 'Closes', 'Warn'],
} as const;
const HOUR_SECONDS = 3_600;

export type PolicyRaw = EndingRaw & Readonly<Record<string, string>>;

/** Which field asks what of the limb at this place of the policy. */
export function limbField(index: number, part: string): string {
  return `limb${index}${part}`;
}

export function rawOf(policy: DeadlinePolicy): PolicyRaw {
  const limbs = policy.limbs.flatMap((limb, index) => Object.entries(limbRaw(limb, index)));
  return {
    ...Object.fromEntries(limbs),
    bindingLimb: policy.bindingLimb,
    calendar: policy.calendar,
    repeatMinutes: String(policy.escalation.repeatEverySeconds / 60),
    stepUp: String(policy.escalation.stepUpAtRepeat),
    ...weekRaw('onCall', policy.escalation.onCall),
    reason: '',
    ...momentBlank('from'),
  };
}

function limbRaw(limb: Limb, index: number): Readonly<Record<string, string>> {
  const warn = limb.warnSecondsBefore.map((seconds) => String(seconds / HOUR_SECONDS)).join(' and ');
  const own =
    limb.kind === 'elapsed'
      ? { Hours: String(limb.seconds / HOUR_SECONDS), Warn: warn }
      : { Reading: limb.reading, Days: String(limb.days), Closes: clockFace(limb.closesAt), Warn: warn };
  return Object.fromEntries(Object.entries(own).map(([part, value]) => [limbField(index, part), value]));
}

/** The next version as typed, from the one it starts from; what has no field stays as it was. */
export function readPolicy(body: unknown, base: DeadlinePolicy, timezone: string): DraftForm<PolicyRaw> {
  const names = Object.keys(rawOf(base));
  const {
    raw: all,
    errors: unclean,
    idempotencyKey,
  } = readFields(body, { single: [...names, ...ENDING, 'step'] });
  const { step = '', ...rest } = all as Readonly<Record<string, string>>;
  const raw = rest as PolicyRaw;
  const limbs = base.limbs.map((limb, index) => readLimb(limb, index, raw));
  const onCall = readWeek('onCall', raw, base.escalation.onCall);
  const repeat = readCount(raw['repeatMinutes'] ?? '', { least: 1, most: 1_440 });
  const stepUp = readCount(raw['stepUp'] ?? '', { least: 1, most: 50 });
  const errors = [
    ...unclean,
    ...limbs.flatMap((read) => read.errors),
    ...(repeat === undefined ? [{ field: 'repeatMinutes', message: POLICY_ERRORS.repeat }] : []),
    ...(stepUp === undefined ? [{ field: 'stepUp', message: POLICY_ERRORS.stepUp }] : []),
    ...onCall.errors,
  ];
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) =>
    repeat === undefined || stepUp === undefined
      ? null
      : {
          kind: 'policy',
          subject: base.id,
          basedOnVersion: base.version,
          ...ending,
          body: {
            ...base,
            version: base.version + 1,
            limbs: limbs.map(({ limb }) => limb),
            bindingLimb: raw['bindingLimb'] ?? '',
            calendar: raw['calendar'] ?? '',
            escalation: {
              ...base.escalation,
              repeatEverySeconds: repeat * 60,
              stepUpAtRepeat: stepUp,
              onCall: onCall.hours,
            },
          },
        },
  );
}

interface ReadLimb {
  readonly limb: Limb;
  readonly errors: readonly FieldError[];
}

function readLimb(base: Limb, index: number, raw: PolicyRaw): ReadLimb {
  const typed = (part: string) => raw[limbField(index, part)]?.trim() ?? '';
  const wrong = (part: string, message: string) => [{ field: limbField(index, part), message }];
  const warn = readHours(typed('Warn'));
  const warnErrors = warn === undefined ? wrong('Warn', POLICY_ERRORS.warn) : [];
  const warnSecondsBefore = warn ?? base.warnSecondsBefore;
  if (base.kind === 'elapsed') {
    const hours = readCount(typed('Hours'), { least: 1, most: 1_000 });
    const errors = hours === undefined ? wrong('Hours', POLICY_ERRORS.hours) : [];
    const seconds = (hours ?? 0) * HOUR_SECONDS;
    return { limb: { ...base, seconds, warnSecondsBefore }, errors: [...errors, ...warnErrors] };
  }
  const days = readCount(typed('Days'), { least: 1, most: 100 });
  const closesAt = readTimeOfDay(typed('Closes'));
  const reading = READINGS.find((code) => code === typed('Reading'));
  return {
    limb: {
      ...base,
      days: days ?? base.days,
      closesAt: closesAt ?? base.closesAt,
      reading: reading ?? base.reading,
      warnSecondsBefore,
    },
    errors: [
      ...(reading === undefined ? wrong('Reading', POLICY_ERRORS.reading) : []),
      ...(days === undefined ? wrong('Days', POLICY_ERRORS.days) : []),
      ...(closesAt === undefined ? wrong('Closes', POLICY_ERRORS.closes) : []),
      ...warnErrors,
    ],
  };
}

const READINGS: readonly WorkingDayReading[] = ['A', 'B', 'C'];

/** "4 and 2", "2, 0.5" or nothing: hours as seconds, the longest first; undefined for anything else. */
function readHours(typed: string): readonly number[] | undefined {
  if (typed === '') return [];
  const parts = typed.split(/\s*(?:,|and|\s)\s*/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,3}(\.\d{1,2})?$/.test(part))) return undefined;
  const seconds = parts.map((part) => Math.round(Number(part) * HOUR_SECONDS));
  return [...new Set(seconds)].toSorted((a, b) => b - a);
}

/** The parts a limb is asked in, in the order of the form. */
export function partsOf(limb: Limb): readonly string[] {
  return LIMB_FIELDS[limb.kind];
}

/** Where the form asks for what a fault of the limits is about. */
export function faultFields({ limbs }: DeadlinePolicy): Readonly<Record<string, string>> {
  const working = limbs.findIndex(({ kind }) => kind === 'working-day');
  return {
    limits: limbField(0, limbs[0]?.kind === 'elapsed' ? 'Hours' : 'Days'),
    warnings: limbField(0, 'Warn'),
    closes: limbField(Math.max(working, 0), 'Closes'),
  };
}
