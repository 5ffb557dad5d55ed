import {
  CORRECTION_REASONS,
  DECIDERS,
  NOT_NEEDED_REASONS,
  PERSON_TOLD,
  POSITION_REASONS,
  POSITIONS,
  readOfficerNumber,
  RECHECK_ANSWERS,
  ruleOf,
  TAKEOVER_REASONS,
  TOLD_IN_PERSON,
  UNUSUAL_REASONS,
  WITHDRAWAL_REASONS,
  type CorrectionReason,
  type Instant,
  type MilestoneFacts,
  type MilestoneKind,
  type NotNeededReason,
  type PersonTold,
  type PositionFacts,
  type RecheckEvent,
  type TakeoverReason,
  type UnusualReason,
  type WithdrawalReason,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames } from '../typed-moments/typed-moment';
import { readRough } from './rough-moment';
import { AT, COURT_AT, FROM_AT, MILESTONE, OFFICER, POSITION, RECHECK, SAID_AT, TOLD_AT } from './track.copy';

type Read<Raw, Input> = { readonly raw: Raw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const MILESTONE_FIELDS = [
  'detail',
  'decidedBy',
  'issueReason',
  'reason',
  ...momentNames('at'),
  ...momentNames('court'),
  ...momentNames('told'),
] as const;
export type MilestoneRaw = Fields<(typeof MILESTONE_FIELDS)[number]>;
export const BLANK_MILESTONE = Object.fromEntries(
  MILESTONE_FIELDS.map((name) => [name, '']),
) as unknown as MilestoneRaw;

export interface MilestoneTyped {
  readonly facts: MilestoneFacts;
  readonly issueReason: UnusualReason | null;
  /** For a correction alone. */
  readonly reason: CorrectionReason | null;
}

const one = <Code extends string>(codes: readonly Code[], typed: string) =>
  codes.find((code) => code === typed);

/** What a form says happened; `correcting` asks for a reason besides. */
export function readMilestone(
  body: unknown,
  { kind, correcting, timezone }: { kind: MilestoneKind; correcting: boolean; timezone: string },
): Read<MilestoneRaw, MilestoneTyped> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: MILESTONE_FIELDS });
  const { details, sets, decided } = ruleOf(kind);
  const at = readRough(raw, { prefix: 'at', words: AT, timezone });
  const court = sets === null ? EMPTY : readRough(raw, { prefix: 'court', words: COURT_AT, timezone });
  const told = decided ? readRough(raw, { prefix: 'told', words: TOLD_AT, timezone }) : EMPTY;
  const detail = one(details, raw.detail);
  const decidedBy = one(DECIDERS, raw.decidedBy);
  const reason = one(CORRECTION_REASONS, raw.reason);
  const errors = [
    ...unclean,
    ...(details.length > 0 && detail === undefined ? [wrong('detail', MILESTONE.detailMissing)] : []),
    ...faultsOf(at, wrong('atDay', AT.missing)),
    ...(sets === null ? [] : faultsOf(court, wrong('courtDay', COURT_AT.missing))),
    ...(decided && decidedBy === undefined ? [wrong('decidedBy', MILESTONE.decidedByMissing)] : []),
    ...faultsOf(told, null),
    ...(correcting && reason === undefined ? [wrong('reason', MILESTONE.reasonMissing)] : []),
  ];
  if (at.kind !== 'moment' || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const facts: MilestoneFacts = {
    kind,
    detail: detail ?? null,
    happenedAt: at.at,
    precision: at.precision,
    courtAt: court.kind === 'moment' ? court.at : null,
    decidedBy: decided ? (decidedBy ?? null) : null,
    toldAt: told.kind === 'moment' ? told.at : null,
  };
  const issueReason = one(UNUSUAL_REASONS, raw.issueReason) ?? null;
  return { kind: 'valid', raw, idempotencyKey, input: { facts, issueReason, reason: reason ?? null } };
}

export function readWithdrawal(body: unknown): Read<Fields<'reason'>, WithdrawalReason> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['reason'] });
  const reason = one(WITHDRAWAL_REASONS, raw.reason);
  const errors = [
    ...unclean,
    ...(reason === undefined ? [wrong('reason', MILESTONE.withdrawReasonMissing)] : []),
  ];
  if (reason === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: reason };
}

const POSITION_FIELDS = ['position', 'reason', 'toldInPerson', ...momentNames('said')] as const;
export type PositionRaw = Fields<(typeof POSITION_FIELDS)[number]>;

export function readPosition(body: unknown, timezone: string): Read<PositionRaw, PositionFacts> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: POSITION_FIELDS });
  const position = one(POSITIONS, raw.position);
  const reason = one(POSITION_REASONS, raw.reason);
  const toldInPerson = one(TOLD_IN_PERSON, raw.toldInPerson);
  const said = readRough(raw, { prefix: 'said', words: SAID_AT, timezone });
  const errors = [
    ...unclean,
    ...(position === undefined ? [wrong('position', POSITION.positionMissing)] : []),
    ...faultsOf(said, wrong('saidDay', SAID_AT.missing)),
    ...(reason === undefined ? [wrong('reason', POSITION.reasonMissing)] : []),
    ...(toldInPerson === undefined ? [wrong('toldInPerson', POSITION.toldMissing)] : []),
  ];
  const whole = position !== undefined && reason !== undefined && toldInPerson !== undefined;
  if (!whole || said.kind !== 'moment' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { position, reason, toldInPerson, saidAt: said.at } };
}

const OFFICER_FIELDS = ['officer', 'reason', 'personTold', ...momentNames('from')] as const;
export type OfficerRaw = Fields<(typeof OFFICER_FIELDS)[number]>;

export interface OfficerTyped {
  readonly officer: string;
  readonly from: Instant;
  readonly reason: TakeoverReason;
  readonly personTold: PersonTold;
}

export function readOfficer(body: unknown, timezone: string): Read<OfficerRaw, OfficerTyped> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: OFFICER_FIELDS });
  const officer = readOfficerNumber(raw.officer);
  const reason = one(TAKEOVER_REASONS, raw.reason);
  const personTold = one(PERSON_TOLD, raw.personTold);
  const from = readRough(raw, { prefix: 'from', words: FROM_AT, timezone });
  const errors = [
    ...unclean,
    ...(officer === null ? [wrong('officer', OFFICER.officerWrong)] : []),
    ...faultsOf(from, wrong('fromDay', FROM_AT.missing)),
    ...(reason === undefined ? [wrong('reason', OFFICER.reasonMissing)] : []),
    ...(personTold === undefined ? [wrong('personTold', OFFICER.toldMissing)] : []),
  ];
  const whole = officer !== null && reason !== undefined && personTold !== undefined;
  if (!whole || from.kind !== 'moment' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { officer, from: from.at, reason, personTold } };
}

export type RecheckRaw = Fields<'answer' | 'reason'>;

export function readRecheck(
  body: unknown,
): Read<RecheckRaw, { readonly event: RecheckEvent; readonly reason: NotNeededReason | null }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['answer', 'reason'] });
  const event = one(RECHECK_ANSWERS, raw.answer);
  const reason = one(NOT_NEEDED_REASONS, raw.reason) ?? null;
  const errors = [
    ...unclean,
    ...(event === undefined ? [wrong('answer', RECHECK.answerMissing)] : []),
    ...(event === 'judge-not-needed' && reason === null ? [wrong('reason', RECHECK.reasonMissing)] : []),
  ];
  if (event === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { event, reason } };
}

const EMPTY = { kind: 'empty' } as const;

function wrong(field: string, message: string): FieldError {
  return { field, message };
}

function faultsOf(read: ReturnType<typeof readRough>, missing: FieldError | null): readonly FieldError[] {
  if (read.kind === 'invalid') return read.errors;
  return read.kind === 'empty' && missing !== null ? [missing] : [];
}
