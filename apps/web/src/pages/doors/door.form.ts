import type { ReferralInput, RouteInput } from '#libs/casework';
import {
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  LATE_REPORT_REASONS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  reportIsLate,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  type Instant,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { CHECK, type StepContext } from '../drafts/check-steps';
import { STEP_FIELDS } from '../drafts/step-fields';
import { REPORTED, STEP_ERRORS } from '../drafts/step.copy';
import { readTypedAge } from '../drafts/typed-age';
import { TypedAnswers } from '../drafts/typed-answers';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { DOOR_ERRORS, NUMBER_OWNERS, RECEIVED } from './door.copy';
import { readWho } from './door-caller';
import type { Door } from './doors';

const SINGLE = [
  'search',
  'nameToAskFor',
  'age',
  'district',
  'whoseNumber',
  ...STEP_FIELDS.contact.single,
  'agreement',
  'callerName',
  'callerPlace',
  'callerPhone',
  ...momentNames('started'),
  'lateReason',
  'languageNeed',
  'worksFor',
  'fullName',
  'offenceGroup',
  'whenBand',
  'relationship',
  'crimeReference',
] as const;
const LISTS = [...STEP_FIELDS.contact.lists, 'dangers', 'suspectAccess'] as const;

export type DoorRaw = Fields<(typeof SINGLE)[number], (typeof LISTS)[number]>;

export type DoorForm = { readonly raw: DoorRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: ReferralInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_DOOR = Object.fromEntries([
  ...SINGLE.map((name) => [name, '']),
  ...LISTS.map((name) => [name, []]),
]) as unknown as DoorRaw;

/** Reads the page of one door: what it needs must be there, what is not known is unknown and holds nothing up (P11). */
export function readDoor(body: unknown, door: Door, context: StepContext): DoorForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE, lists: LISTS });
  const answers = new TypedAnswers(raw);
  answers.refuseAll(unclean);
  const nameToAskFor = answers.text('nameToAskFor', 100);
  if (nameToAskFor === null) answers.refuse('nameToAskFor', DOOR_ERRORS.name);
  const age = readAge(answers, raw.age);
  const district = answers.chosen('district', context.districts) ?? null;
  if (door.needsDistrict && raw.district === '') answers.refuse('district', DOOR_ERRORS.district);
  const contact = CHECK.contact(raw, context);
  answers.refuseAll(contact.errors);
  const whoseNumber = readWhoseNumber(answers, raw, door);
  const agreement = door.asksAgreement
    ? answers.needed('agreement', AGREEMENTS, DOOR_ERRORS.agreement)
    : 'agreed';
  const startedAt = readStart(answers, raw, { door, context });
  const rest = restOf(answers, door);
  const who = readWho(answers, door);
  const { errors } = answers;
  const ready = nameToAskFor !== null && age !== null && contact.part !== null && agreement !== undefined;
  if (errors.length > 0 || !ready || startedAt === null)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const lateReason = answers.chosen('lateReason', LATE_REPORT_REASONS) ?? null;
  const input: ReferralInput = {
    ...rest,
    ...contact.part,
    ...who,
    route: contact.part.route && asSafeAs(contact.part.route, whoseNumber),
    source: door.source,
    receivedVia: door.key === 'sarc' ? 'form' : 'phone',
    reportedAt: door.clock === 'reported' ? startedAt : null,
    receivedAt: door.clock === 'received' ? startedAt : null,
    lateReason,
    agreement,
    nameToAskFor,
    age,
    district,
  };
  return { kind: 'valid', raw, idempotencyKey, input };
}

function readAge(answers: TypedAnswers, typed: string): ReferralInput['age'] | null {
  const read = readTypedAge(typed);
  if (read.kind === 'age') return read.age;
  const words = {
    missing: STEP_ERRORS.age,
    unreadable: STEP_ERRORS.ageUnreadable,
    'too-early': STEP_ERRORS.ageTooEarly,
  };
  answers.refuse('age', words[read.kind]);
  return null;
}

function readStart(
  answers: TypedAnswers,
  raw: DoorRaw,
  { door, context }: { door: Door; context: StepContext },
): Instant | null {
  const { now, timezone } = context;
  const police = door.clock === 'reported';
  const read = readMoment(raw, { prefix: 'started', words: police ? REPORTED : RECEIVED, timezone });
  if (read.kind === 'invalid') {
    answers.refuseAll(read.errors);
    return null;
  }
  if (police && reportIsLate(read.at, now) && raw.lateReason === '')
    answers.refuse('lateReason', STEP_ERRORS.lateReason);
  return read.at;
}

type NumberOwner = (typeof NUMBER_OWNERS)[number]['value'];

function readWhoseNumber(answers: TypedAnswers, raw: DoorRaw, door: Door): NumberOwner {
  if (!door.asksWhoseNumber || raw.number.trim() === '') return 'own';
  const owners = NUMBER_OWNERS.map(({ value }) => value);
  return answers.needed('whoseNumber', owners, DOOR_ERRORS.whoseNumber) ?? 'unsure-other';
}

/** A number of somebody whom the person has not called safe is kept and called by nobody (P5, practice §2.8). */
function asSafeAs(route: RouteInput, owner: NumberOwner): RouteInput {
  if (owner === 'own' || route.kind === 'email') return route;
  const kept: RouteInput = { ...route, kind: 'third-party' };
  if (owner === 'safe-other') return kept;
  return { ...kept, call: 'unknown', text: 'unknown', voicemail: 'unknown' };
}

function restOf(answers: TypedAnswers, door: Door) {
  return {
    fullName: answers.text('fullName', 100),
    languageNeed: answers.chosen('languageNeed', LANGUAGE_NEEDS) ?? 'none',
    worksFor: answers.chosen('worksFor', WORKPLACES) ?? null,
    offenceGroup: answers.chosen('offenceGroup', OFFENCE_GROUPS) ?? 'unsure',
    whenBand: answers.chosen('whenBand', WHEN_BANDS) ?? 'unknown',
    relationship: answers.chosen('relationship', RELATIONSHIPS) ?? 'unknown',
    suspectAccess: answers.ticks('suspectAccess', SUSPECT_ACCESS),
    dangers: answers.ticks('dangers', DANGERS),
    crimeReference: door.source === 'police' ? answers.text('crimeReference', 50) : null,
  } as const;
}
