import { ApiProperty } from '@nestjs/swagger';
import type { ReadEndingOutcome } from '#libs/casework';
import {
  ASKED_ANSWERS,
  BEREAVED_FAMILY,
  DEATH_TOLD_BY,
  DOORS,
  END_REASONS,
  isoOf,
  mayDo,
  SUPPORT_KINDS,
  type StaffActor,
} from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';
import { entityTag } from '../../../request-reading/entity-tag';

const NULLABLE = { nullable: true };

export class UnderWayView {
  @NumberProperty('Hand-overs to another area that it has not acknowledged; settle first.', 1)
  transfers: number;

  @NumberProperty('Open safeguarding tasks; settle first.', 1)
  safeguarding: number;

  @NumberProperty('Tasks of a kind of support that wait; settle first.', 1)
  supportTasks: number;

  @NumberProperty('Promised calls; settle first.', 1)
  promisedCalls: number;

  @NumberProperty('Requests that no service has accepted; they end with the case.', 1)
  unanswered: number;

  @NumberProperty('Planned contacts, plan tasks and reviews; they end with the case.', 1)
  plannedContacts: number;

  @NumberProperty('Services that support the person; they go on.', 1)
  goingOn: number;
}

export class EndingView {
  @CodeProperty(END_REASONS, 'Why it ended.')
  reason: string;

  @InstantProperty('When.')
  endedAt: string;

  @CodesProperty(SUPPORT_KINDS, 'Kinds of support that were received.')
  received: string[];

  @CodeProperty(DOORS, 'What the person said of coming back.')
  door: string;

  @CodeProperty(ASKED_ANSWERS, 'Whether we may ask them how it was.')
  feedback: string;

  @CodeProperty(ASKED_ANSWERS, 'Whether we may get in touch if the police open their case again.')
  reopening: string;

  @CodeProperty(ASKED_ANSWERS, 'Whether they would want the same worker.')
  sameWorker: string;

  @IdProperty('Who answered for the case last.', NULLABLE)
  workerUserId: string | null;

  @InstantProperty('Until when the record is kept, unless something holds it.')
  keepUntilAt: string;

  @DayProperty('A day on which they asked us to get in touch.', NULLABLE)
  checkInOn: string | null;
}

export class DeathView {
  @CodeProperty(DEATH_TOLD_BY, 'Who told us.')
  toldBy: string;

  @DayProperty('The day on which they died.', NULLABLE)
  diedOn: string | null;

  @CodeProperty(BEREAVED_FAMILY, 'What is known of their family.')
  family: string;

  @InstantProperty('When it was recorded.')
  recordedAt: string;
}

export class LastEpisodeView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('Its reference.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(END_REASONS, 'Why it ended.')
  reason: string;

  @InstantProperty('When.')
  endedAt: string;

  @CodeProperty(ASKED_ANSWERS, 'Whether they would want the same worker.')
  sameWorker: string;

  @IdProperty('Who answered for it last: offer them the case.', NULLABLE)
  workerUserId: string | null;
}

export class CaseEndingView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The version of the case: send it as If-Match to end it.', '"1"')
  etag: string;

  @ApiProperty({
    type: UnderWayView,
    description: 'What is under way besides the deadlines of first contact.',
  })
  underWay: UnderWayView;

  @ApiProperty({ type: EndingView, nullable: true, description: 'How it ended; null while it is open.' })
  ending: EndingView | null;

  @ApiProperty({ type: DeathView, nullable: true, description: 'That the person has died; else null.' })
  death: DeathView | null;

  @ApiProperty({ type: LastEpisodeView, nullable: true, description: 'The episode before this one.' })
  last: LastEpisodeView | null;

  @ApiProperty({ type: [AvailableActionView], description: 'What you may do here.' })
  availableActions: AvailableActionView[];
}

export class CaseEndedView {
  @IdProperty('The case.')
  caseId: string;
}

export class DeathRecordedView {
  @IdProperty('The record of it.')
  deathId: string;
}

export class DeathCorrectedView {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'The cases that go on.',
    example: ['00000000-0000-7000-8000-00000000a001'],
  })
  reopened: string[];
}

export function caseEndingView(
  actor: StaffActor,
  { caseFile, underWay, ending, death, last }: Extract<ReadEndingOutcome, { kind: 'read' }>,
): CaseEndingView {
  const { id: caseId, closedAt, revision } = caseFile;
  const path = `/api/v1/cases/${caseId}`;
  return {
    caseId,
    etag: entityTag(revision),
    underWay: { ...underWay },
    ending: ending && {
      reason: ending.reason,
      endedAt: isoOf(ending.endedAt),
      received: [...ending.received],
      door: ending.door,
      feedback: ending.feedback,
      reopening: ending.reopening,
      sameWorker: ending.sameWorker,
      workerUserId: ending.workerUserId,
      keepUntilAt: isoOf(ending.keepUntilAt),
      checkInOn: ending.checkInOn,
    },
    death: death && {
      toldBy: death.toldBy,
      diedOn: death.diedOn,
      family: death.family,
      recordedAt: isoOf(death.recordedAt),
    },
    last: last && {
      caseId: last.caseId,
      reference: last.reference,
      reason: last.reason,
      endedAt: isoOf(last.endedAt),
      sameWorker: last.sameWorker,
      workerUserId: last.workerUserId,
    },
    availableActions: availableOf([
      {
        action: 'end-case',
        method: 'POST',
        href: `${path}/ending`,
        may: closedAt === null && mayDo(actor, 'end-case'),
      },
      {
        action: 'record-death',
        method: 'POST',
        href: `${path}/death`,
        may: death === null && mayDo(actor, 'record-death'),
      },
      {
        action: 'correct-death',
        method: 'POST',
        href: `${path}/death/correction`,
        may: death !== null && mayDo(actor, 'correct-death'),
      },
    ]),
  };
}
