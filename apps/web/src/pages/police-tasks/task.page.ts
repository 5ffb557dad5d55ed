import type { TeamTaskOpened } from '#libs/casework';
import { answersOf, type Instant, type PoliceTask, type TaskAnswer, type Withdrawal } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { deadlineInWords } from '../../formatting/deadline-words';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import { routeFields } from '../safe-routes/route.page';
import { momentView } from '../typed-moments/typed-moment.page';
import * as copy from './task.copy';
import type { TaskRaw } from './task.form';

type Opened = Extract<TeamTaskOpened, { kind: 'opened' }>;

interface Reading {
  readonly now: Instant;
  readonly timezone: string;
  /** The colleague who settled it. */
  readonly settler: string;
}

export function taskPage(
  opened: Opened,
  {
    raw,
    errors,
    idempotencyKey,
    ...reading
  }: Reading & {
    readonly raw: TaskRaw;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { task, initials, crimeReference } = opened;
  const { now, timezone } = reading;
  const again = task.askAgainAt === null ? null : momentInWords(task.askAgainAt, { now, timezone });
  return {
    ...frameOf(task, reading),
    due: deadlineInWords(task.dueAt, { now, timezone }),
    dueInFull: timeInWords(task.dueAt, timezone),
    again: again && copy.NOTED(again),
    initials: initials ?? copy.TASK_PAGE.unreadable,
    crimeReference,
    action: `/tasks/${task.id}`,
    answers: [...answersOf(task.kind), 'ask-again' as const].map((value) => ({
      value,
      text: copy.ANSWER_WORDS[value],
      hint: copy.ANSWER_HINTS[value],
    })),
    fields: routeFields(raw, errors),
    againView: momentView('again', { ...copy.ASK_AGAIN, raw, errors }),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

/** A task that nobody has to answer any more; with 409 when the reader had just tried. */
export function settledPage(task: PoliceTask, reading: Reading & { readonly quicker: boolean }) {
  return {
    ...frameOf(task, reading),
    lines: [...(reading.quicker ? [copy.CHANGED] : []), ...settledWords(task, reading)],
  };
}

function settledWords(task: PoliceTask, { now, timezone, settler }: Reading): readonly string[] {
  if (task.state === 'withdrawn') return [copy.WITHDRAWN_WORDS[task.outcome as Withdrawal]];
  const when = task.settledAt === null ? '' : momentInWords(task.settledAt, { now, timezone });
  const words = copy.ANSWER_WORDS[task.outcome as TaskAnswer];
  return [`${settler} answered ${when}: “${words}”.`];
}

function frameOf(task: PoliceTask, { now, timezone }: Reading) {
  return {
    ...copy.TASK_PAGE,
    title: copy.TASK_WORDS[task.kind].title,
    ask: copy.TASK_WORDS[task.kind].ask,
    reference: task.reference,
    referralHref: `/referrals/${task.referralId}`,
    asked: momentInWords(task.openedAt, { now, timezone }),
    asAt: timeOfDay(now, timezone),
  };
}
