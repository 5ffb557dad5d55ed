import { ApiProperty } from '@nestjs/swagger';
import {
  answersOf,
  ASK_CAUSES,
  AUTOMATIC_CAUSES,
  isoOf,
  mayDo,
  TASK_KINDS,
  type Instant,
  type PoliceTask,
  type StaffActor,
  type TaskKind,
} from '#libs/domain';
import type { PoliceTaskLine } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { TEAM_ANSWERS } from './police-task.dto';

const STATES = ['open', 'answered', 'withdrawn'];
const CAUSES = [...AUTOMATIC_CAUSES, ...ASK_CAUSES];

/** A question to the team that sent a referral: what is needed and by when, and nothing of the case (P7). */
export class TeamTaskView {
  @IdProperty('The task.')
  id: string;

  @IdProperty('The referral of your team that it is about.')
  referralId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(TASK_KINDS, 'What is needed.')
  kind: string;

  @InstantProperty('When it was asked.')
  openedAt: string;

  @InstantProperty('When it should be answered.')
  dueAt: string;

  @YesNoProperty('Whether that time has passed.', false)
  overdue: boolean;

  @InstantProperty('When the team said it will try again; null when it has not.', { nullable: true })
  askAgainAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class TeamTaskPageView {
  @ApiProperty({ type: [TeamTaskView], description: 'What stands between a person and a call first.' })
  items: TeamTaskView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class OpenedTeamTaskView extends TeamTaskView {
  @CodeProperty(STATES, 'Where it stands; withdrawn when it is not needed any more.')
  state: string;

  @TextProperty('The person’s initials; null once it is settled or when they cannot be read.', 'S P Q', {
    nullable: true,
  })
  initials: string | null;

  @TextProperty('Your own number for it; null when the referral had none.', 'ZZ/000000/26', {
    nullable: true,
  })
  crimeReference: string | null;

  @CodesProperty(TEAM_ANSWERS, 'What may be answered; empty once it is settled.')
  answers: readonly string[];
}

export class TaskAnsweredView {
  @IdProperty('The task.')
  id: string;

  @CodeProperty(TEAM_ANSWERS, 'What was answered; after ask-again the task stays open.')
  answer: string;

  @InstantProperty('After route-given: from when the person can be called; null when it cannot be said.', {
    nullable: true,
  })
  callFromAt: string | null;

  @InstantProperty('After ask-again: when the team will try again.', { nullable: true })
  askAgainAt: string | null;
}

/** The same question as those see it who handle the case. */
export class CaseTaskView {
  @IdProperty('The task.')
  id: string;

  @CodeProperty(TASK_KINDS, 'What was asked for.')
  kind: string;

  @CodeProperty(CAUSES, 'Why; the police are never told.')
  cause: string;

  @TextProperty('Which police team was asked.', 'Sample team (north)')
  teamName: string;

  @InstantProperty('When it was asked.')
  openedAt: string;

  @InstantProperty('When it should be answered.')
  dueAt: string;

  @YesNoProperty('Whether that time has passed.', false)
  overdue: boolean;

  @InstantProperty('When the team said it will try again; null when it has not.', { nullable: true })
  askAgainAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CaseTasksView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [CaseTaskView], description: 'Open questions, the earliest due first.' })
  items: CaseTaskView[];
}

export class PoliceAskedView {
  @IdProperty('The task.')
  taskId: string;

  @IdProperty('The case.')
  caseId: string;
}

type Task = Pick<PoliceTask, 'kind' | 'referralId' | 'reference' | 'openedAt' | 'dueAt' | 'askAgainAt'> & {
  readonly id: string;
  readonly open: boolean;
};

interface Reader {
  readonly actor: StaffActor;
  readonly now: Instant;
}

export function teamTaskLine({ taskId, ...line }: PoliceTaskLine, reader: Reader): TeamTaskView {
  return teamTaskView({ ...line, id: taskId, open: true }, reader);
}

export function teamTaskView(task: Task, { actor, now }: Reader): TeamTaskView {
  const { id, referralId, reference, kind, openedAt, dueAt, askAgainAt, open } = task;
  const path = `/api/v1/police-tasks/${id}`;
  const may = mayDo(actor, 'answer-police-task');
  return {
    id,
    referralId,
    reference,
    kind,
    openedAt: isoOf(openedAt),
    dueAt: isoOf(dueAt),
    overdue: open && dueAt < now,
    askAgainAt: askAgainAt && isoOf(askAgainAt),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may },
      { action: 'answer', method: 'POST', href: `${path}/answer`, may: may && open },
    ]),
  };
}

/** What the team may say to a task that is open. */
export function teamAnswersTo(kind: TaskKind): readonly string[] {
  return [...answersOf(kind), 'ask-again'];
}

export function caseTaskView(line: PoliceTaskLine, { actor, now }: Reader): CaseTaskView {
  const { taskId, caseId, kind, cause, teamName, openedAt, dueAt, askAgainAt } = line;
  return {
    id: taskId,
    kind,
    cause,
    teamName,
    openedAt: isoOf(openedAt),
    dueAt: isoOf(dueAt),
    overdue: dueAt < now,
    askAgainAt: askAgainAt && isoOf(askAgainAt),
    availableActions: availableOf([
      {
        action: 'add-route',
        method: 'POST',
        href: `/api/v1/cases/${caseId}/routes`,
        may: mayDo(actor, 'add-route'),
      },
    ]),
  };
}
