import type { SupportKind } from '../directory/codes';
import { REVIEW_MOVES } from '../reviews/codes';

/**
 * Work that a kind of support brings with it, each with a clock and somebody who answers for it. The first three are
 * opened by a domestic-abuse flag.
 */
export const SUPPORT_TASK_KINDS = [
  'dash',
  'marac',
  'idva',
  'abuse-review',
  'sample-review',
  'check-in',
  'transfer',
  'plan-task',
  'urgent-need',
  'case-review',
  'confirm-appointment',
] as const;
export type SupportTaskKind = (typeof SUPPORT_TASK_KINDS)[number];

export const ABUSE_TASKS = ['dash', 'marac', 'idva'] as const satisfies readonly SupportTaskKind[];
export type AbuseTask = (typeof ABUSE_TASKS)[number];

/** Somebody else is asked to take something on, and must say that they have it. */
export const SENT_KINDS = ['marac', 'idva', 'transfer'] as const satisfies readonly SupportTaskKind[];

/** Whether a task of this kind ends when somebody else has said that they have it, and not when it is done here. */
export function isSent(kind: SupportTaskKind): boolean {
  return (SENT_KINDS as readonly SupportTaskKind[]).includes(kind);
}

/** Work that waits for a day of its own before anybody does anything. */
export const PLANNED_KINDS = [
  'abuse-review',
  'sample-review',
  'check-in',
  'case-review',
  'confirm-appointment',
] as const satisfies readonly SupportTaskKind[];

export function isPlanned(kind: SupportTaskKind): boolean {
  return (PLANNED_KINDS as readonly SupportTaskKind[]).includes(kind);
}

const NOT_NEEDED = [
  'done-by-another-service',
  'below-threshold',
  'person-does-not-want-it',
  'flag-was-wrong',
] as const;

/** How a task may end by hand, as codes; `done` is what was found, `not-needed` why nobody does it. */
export const TASK_ENDS = {
  dash: { done: ['standard', 'medium', 'high'], 'not-needed': NOT_NEEDED },
  marac: { done: [], 'not-needed': NOT_NEEDED },
  idva: { done: [], 'not-needed': NOT_NEEDED },
  'abuse-review': { done: ['still-so', 'no-longer-so'], 'not-needed': [] },
  'sample-review': { done: ['kept-on', 'with-police', 'no-longer-kept'], 'not-needed': [] },
  'check-in': { done: ['is-well', 'wants-support', 'not-reached'], 'not-needed': ['no-safe-way'] },
  transfer: { done: [], 'not-needed': [] },
  'plan-task': {
    done: ['done'],
    'not-needed': ['no-longer-needed', 'person-does-not-want-it', 'done-by-another-service', 'was-a-mistake'],
  },
  'urgent-need': { done: ['made-safe', 'handed-over'], 'not-needed': ['flag-was-wrong'] },
  'case-review': { done: ['reviewed'], 'not-needed': [] },
  'confirm-appointment': {
    done: ['confirmed', 'wants-another-time', 'not-reached'],
    'not-needed': ['no-safe-way'],
  },
} as const satisfies Readonly<
  Record<SupportTaskKind, Readonly<Record<'done' | 'not-needed', readonly string[]>>>
>;
type Ends = (typeof TASK_ENDS)[SupportTaskKind];
export type DoneOutcome = Ends['done'][number];
export type NotNeededOutcome = Ends['not-needed'][number];

/** Why something that was planned or sent is not done any more. */
export const TASK_WITHDRAWALS = [
  'person-changed-mind',
  'contact-stopped',
  'flag-lowered',
  'sample-ended',
  'taken-back',
  'record-erased',
  ...REVIEW_MOVES,
  'milestone-came',
  'need-settled',
  'appointment-changed',
  'case-closed',
  'person-died',
] as const;
export type TaskWithdrawal = (typeof TASK_WITHDRAWALS)[number];

/** How the person said that they want to be asked again, or were told of a service. */
export const SAID_HOW = ['phone', 'in-person', 'video', 'message', 'letter'] as const;
export type SaidHow = (typeof SAID_HOW)[number];

/** On what ground MARAC or the IDVA service learns who the person is. */
export const SENDING_GROUNDS = ['consent', 'override'] as const;
export type SendingGround = (typeof SENDING_GROUNDS)[number];

/** What somebody may be pointed to without anything of theirs being told: the record is that they know of it. */
export const SIGNPOSTED = [
  'gp',
  'sexual-health',
  'mental-health',
  'victim-support',
  'idva',
  'sarc',
] as const satisfies readonly SupportKind[];
export type SignpostKind = (typeof SIGNPOSTED)[number];

/** Why a domestic-abuse flag does not stand any more. */
export const LOWERINGS = ['no-longer-so', 'was-a-mistake'] as const;
export type Lowering = (typeof LOWERINGS)[number];

/** Pathways on which a person is compared with nobody and found by no name. */
export const OWN_PATHWAYS = ['anonymous', 'supporter'] as const;
export type OwnPathwayKind = (typeof OWN_PATHWAYS)[number];

/** Who a supporter is to somebody they support; never to whom. */
export const SUPPORTER_RELATIONS = ['parent-or-carer', 'partner', 'family', 'friend', 'other'] as const;
export type SupporterRelation = (typeof SUPPORTER_RELATIONS)[number];

export const PATHWAY_ENDS = ['told-the-police'] as const;
export type PathwayEnd = (typeof PATHWAY_ENDS)[number];

/** What a task of a plan is to do, as a code; anything more is said in sealed words. */
export const PLAN_TASK_MATTERS = [
  'call-person',
  'chase-service',
  'write-letter',
  'find-information',
  'prepare-person',
  'practical-help',
  'something-else',
] as const;
export type PlanTaskMatter = (typeof PLAN_TASK_MATTERS)[number];
