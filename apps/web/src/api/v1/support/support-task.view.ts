import { ApiProperty } from '@nestjs/swagger';
import type { SupportWords } from '#libs/casework';
import {
  answersForTask,
  CASE_REVIEW_CAUSES,
  PLAN_TASK_MATTERS,
  URGENT_RISKS,
  isLiveTask,
  isoOf,
  isSent,
  isTaskLate,
  mayDo,
  SAID_HOW,
  SENDING_GROUNDS,
  SUPPORT_TASK_KINDS,
  TASK_ENDS,
  TASK_WITHDRAWALS,
  type Instant,
  type SendingGround,
  type StaffActor,
  type SupportTask,
  type UserId,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { DONE_OUTCOMES, NOT_NEEDED_OUTCOMES } from './support-task.dto';

const STATES = ['planned', 'open', 'sent', 'acknowledged', 'done', 'not-needed', 'withdrawn'];
const OUTCOMES = [...DONE_OUTCOMES, ...NOT_NEEDED_OUTCOMES, ...TASK_WITHDRAWALS];
const TASK_MATTERS = [...PLAN_TASK_MATTERS, ...URGENT_RISKS, ...CASE_REVIEW_CAUSES];
const NULLABLE = { nullable: true };

export class SupportTaskView {
  @IdProperty('The task.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(SUPPORT_TASK_KINDS, 'What is to be done.')
  kind: string;

  @CodeProperty(TASK_MATTERS, 'What it is for, where its kind leaves that open.', NULLABLE)
  matter: string | null;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @DayProperty('The day on which it begins; null when it began as it was opened.', NULLABLE)
  plannedOn: string | null;

  @InstantProperty('When the step it is at is due.')
  dueAt: string;

  @YesNoProperty('Whether that time has passed.', false)
  late: boolean;

  @YesNoProperty('Whether the person asked, or agreed, to be contacted for it.', false)
  mayContact: boolean;

  @CodeProperty(SAID_HOW, 'How the person said so.', NULLABLE)
  saidHow: string | null;

  @CodeProperty(['duty-lead', 'worker', 'team'], 'Who answers for it now; null once it is settled.', NULLABLE)
  answeredForBy: string | null;

  @IdProperty('Whose it is; null when it is the team’s.', NULLABLE)
  ownerUserId: string | null;

  @IdProperty('Who opened it.')
  openedBy: string;

  @InstantProperty('When it was opened.')
  openedAt: string;

  @InstantProperty('When it was sent.', NULLABLE)
  sentAt: string | null;

  @CodeProperty(SENDING_GROUNDS, 'On what ground it was sent.', NULLABLE)
  ground: string | null;

  @CodeProperty(OUTCOMES, 'How it ended.', NULLABLE)
  outcome: string | null;

  @IdProperty('Who settled it; null while it is live, and for what a timer ended.', NULLABLE)
  settledBy: string | null;

  @InstantProperty('When it was settled.', NULLABLE)
  settledAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SupportTaskPageView {
  @ApiProperty({ type: [SupportTaskView], description: 'The first due first.' })
  items: SupportTaskView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', NULLABLE)
  nextCursor: string | null;
}

/** With the words that were sealed beside it; that they were read is recorded. */
export class OpenedSupportTaskView extends SupportTaskView {
  @TextProperty('Whom it was sent to; null when it was not, or cannot be read.', 'Sample service', NULLABLE)
  sentTo: string | null;

  @TextProperty('Who there said that they have it.', 'Sample Adviser Wren', NULLABLE)
  acknowledgedBy: string | null;

  @TextProperty('Their reference.', 'ZZ-123', NULLABLE)
  theirReference: string | null;
}

export class SupportTaskChangedView {
  @IdProperty('The task; read it again to see where it stands.')
  id: string;

  @IdProperty('The case.')
  caseId: string;
}

export interface TaskReader {
  readonly actor: StaffActor;
  readonly now: Instant;
  /** Owners who still work here, and owners who are on leave now. */
  readonly worksHere: ReadonlySet<UserId>;
  readonly away: ReadonlySet<UserId>;
}

export function supportTaskView(
  task: SupportTask,
  reader: TaskReader,
  ground: SendingGround | null = null,
): SupportTaskView {
  const { ownerUserId, settledBy, settledAt, sentAt } = task;
  const { now, worksHere, away } = reader;
  const owner = answersForTask(task, {
    ownerWorksHere: ownerUserId !== null && worksHere.has(ownerUserId),
    ownerIsAway: ownerUserId !== null && away.has(ownerUserId),
    now,
  });
  return {
    id: task.id,
    caseId: task.caseId,
    reference: task.reference,
    kind: task.kind,
    matter: task.matter,
    state: task.state,
    plannedOn: task.plannedOn,
    dueAt: isoOf(task.dueAt),
    late: isTaskLate(task, now),
    mayContact: task.mayContact,
    saidHow: task.saidHow,
    answeredForBy: owner?.kind ?? null,
    ownerUserId,
    openedBy: task.openedBy,
    openedAt: isoOf(task.openedAt),
    sentAt: sentAt && isoOf(sentAt),
    ground: task.ground,
    outcome: task.outcome,
    settledBy,
    settledAt: settledAt && isoOf(settledAt),
    etag: entityTag(task.revision),
    availableActions: actionsOf(task, reader.actor, ground),
  };
}

export function openedTaskView(
  task: SupportTask,
  opened: {
    readonly reader: TaskReader;
    readonly words: SupportWords;
    readonly ground: SendingGround | null;
  },
): OpenedSupportTaskView {
  const { reader, words, ground } = opened;
  const answer = words.acknowledgementOf(task.id);
  return {
    ...supportTaskView(task, reader, ground),
    sentTo: words.noteOf(task.id),
    acknowledgedBy: answer?.name ?? null,
    theirReference: answer?.theirReference ?? null,
  };
}

/** Sending is offered where a ground for it was looked up, and stands. */
function actionsOf(task: SupportTask, actor: StaffActor, ground: SendingGround | null) {
  const { id, kind, state, ownerUserId } = task;
  const path = `/api/v1/support-tasks/${id}`;
  const works = isLiveTask(task) && mayDo(actor, 'work-support-task');
  const open = works && state === 'open';
  const act = (action: string, may: boolean) =>
    ({ action, method: 'POST', href: `${path}/${action}`, may }) as const;
  return availableOf([
    { action: 'read', method: 'GET', href: path, may: mayDo(actor, 'see-support') },
    act('take', works && state !== 'planned' && ownerUserId !== actor.userId),
    act('finish', open && TASK_ENDS[kind].done.length > 0),
    act('not-needed', open && TASK_ENDS[kind]['not-needed'].length > 0),
    act('send', open && isSent(kind) && ground !== null),
    act('acknowledge', works && state === 'sent'),
    act('withdraw', works && (kind === 'transfer' || (kind === 'check-in' && state !== 'sent'))),
  ]);
}
