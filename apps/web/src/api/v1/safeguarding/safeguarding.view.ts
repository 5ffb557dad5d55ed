import { ApiProperty } from '@nestjs/swagger';
import type { SafeguardingRead } from '#libs/casework';
import {
  DELAY_REASONS,
  isLate,
  isoOf,
  NOT_NEEDED,
  REVIEW_ENDS,
  SAFEGUARDING_BODIES,
  SAFEGUARDING_KINDS,
  safeguardingMachine,
  type Instant,
  type SafeguardingTask,
  type StaffActor,
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
import { safeguardingActs } from './safeguarding-acts';

/** That somebody must see to the safety of a child or an adult: codes, ids and times. */
export class SafeguardingTaskView {
  @IdProperty('The task.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(SAFEGUARDING_KINDS, 'Why.')
  kind: string;

  @CodeProperty(Object.keys(safeguardingMachine.transitions), 'Where it stands.')
  state: string;

  @InstantProperty('When it began.')
  openedAt: string;

  @IdProperty('Who raised it; null when the age alone did.', { nullable: true })
  openedBy: string | null;

  @DayProperty('When somebody looks again; null where the age says it.', { nullable: true })
  lookAgainOn: string | null;

  @InstantProperty('When the step it is at is due: telling somebody, then hearing from them.')
  dueAt: string;

  @YesNoProperty('Whether that has passed.', false)
  overdue: boolean;

  @InstantProperty('Until when telling waits; the due time stands beside it.', { nullable: true })
  waitUntilAt: string | null;

  @CodeProperty(DELAY_REASONS, 'Why it waits.', { nullable: true })
  waitReason: string | null;

  @CodeProperty(SAFEGUARDING_BODIES, 'Who was told last.', { nullable: true })
  toldBody: string | null;

  @InstantProperty('When they were told.', { nullable: true })
  toldAt: string | null;

  @CodeProperty([...NOT_NEEDED, ...REVIEW_ENDS], 'How it ended, when nobody was told.', { nullable: true })
  outcome: string | null;

  @IdProperty('Who settled it.', { nullable: true })
  settledBy: string | null;

  @InstantProperty('When it was settled.', { nullable: true })
  settledAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SafeguardingPageView {
  @ApiProperty({ type: [SafeguardingTaskView], description: 'Live: the first due first.' })
  items: SafeguardingTaskView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class SafeguardingReportView {
  @CodeProperty(SAFEGUARDING_BODIES, 'Who was told.')
  body: string;

  @InstantProperty('When.')
  toldAt: string;

  @IdProperty('Who recorded it.')
  recordedBy: string;

  @TextProperty(
    'To whom they spoke; null when it cannot be read, or may not be any more.',
    'Sample Worker Wren',
    {
      nullable: true,
    },
  )
  spokeTo: string | null;

  @TextProperty('Their reference.', 'ZZ-000000', { nullable: true })
  theirReference: string | null;
}

export class OpenedSafeguardingView extends SafeguardingTaskView {
  @TextProperty('Who it is about, while it is live; null when it cannot be read.', 'Sample Person Quill', {
    nullable: true,
  })
  name: string | null;

  @TextProperty('What makes somebody worried, while it is live.', 'Sample words of a sample worker', {
    nullable: true,
  })
  why: string | null;

  @ApiProperty({ type: [SafeguardingReportView], description: 'Who was told, in order.' })
  reports: SafeguardingReportView[];
}

export class SafeguardingRaisedView {
  @IdProperty('The task.')
  id: string;
}

interface Reader {
  readonly actor: StaffActor;
  readonly now: Instant;
}

export function safeguardingView(task: SafeguardingTask, { actor, now }: Reader): SafeguardingTaskView {
  const { id, caseId, reference, kind, state, openedBy, lookAgainOn, waitReason, outcome, settledBy } = task;
  const iso = (at: Instant | null) => at && isoOf(at);
  return {
    id,
    caseId,
    reference,
    kind,
    state,
    openedAt: isoOf(task.openedAt),
    openedBy,
    lookAgainOn,
    dueAt: isoOf(task.dueAt),
    overdue: isLate(task, now),
    waitUntilAt: iso(task.waitUntilAt),
    waitReason,
    toldBody: task.referredTo,
    toldAt: iso(task.referredAt),
    outcome,
    settledBy,
    settledAt: iso(task.settledAt),
    etag: entityTag(task.revision),
    availableActions: availableOf(safeguardingActs(task, actor)),
  };
}

export function openedSafeguardingView(
  { task, name, why, reports }: Extract<SafeguardingRead, { kind: 'read' }>,
  reader: Reader,
): OpenedSafeguardingView {
  return {
    ...safeguardingView(task, reader),
    name,
    why,
    reports: reports.map(({ body, toldAt, recordedBy, note }) => ({
      body,
      toldAt: isoOf(toldAt),
      recordedBy,
      spokeTo: note?.spokeTo ?? null,
      theirReference: note?.theirReference ?? null,
    })),
  };
}
