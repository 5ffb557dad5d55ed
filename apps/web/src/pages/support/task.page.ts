import type { SupportWords } from '#libs/casework';
import {
  isLiveTask,
  isSent,
  mayDo,
  TASK_ENDS,
  type DoneOutcome,
  type NotNeededOutcome,
  type SendingGround,
  type StaffActor,
  type SupportTask,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { momentNow, momentView } from '../typed-moments/typed-moment.page';
import { dayView } from './day-fields';
import { choices } from './form-fields';
import { KIND_WORDS, OUTCOME_WORDS, SAID_HOW_WORDS } from './support.copy';
import { taskLine, type LineTime } from './task-line.page';
import { TASK } from './task.copy';
import { BLANK_END, BLANK_SEND, type AnswerRaw, type EndRaw, type SendRaw } from './task.forms';

/** What was sent and could not be saved; each form of the page has answers of its own. */
export interface TaskSent {
  readonly end?: EndRaw;
  readonly send?: SendRaw;
  readonly answer?: AnswerRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

type Reading = LineTime & {
  readonly task: SupportTask;
  readonly words: SupportWords;
  readonly ground: SendingGround | null;
  readonly actor: StaffActor;
  readonly notice: Notice | null;
};

/** One task: what it asks, whose it is, and the one or two things that can be done about it now. */
export function taskPage(reading: Reading, sent: TaskSent = { errors: [] }) {
  const { task, actor, notice, now, timezone } = reading;
  const { errors, idempotencyKey } = sent;
  const works = isLiveTask(task) && mayDo(actor, 'work-support-task');
  const path = `/support-tasks/${task.id}`;
  return {
    ...TASK,
    ...taskLine(task, reading),
    notice,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    why: KIND_WORDS[task.kind].why,
    facts: factsOf(reading),
    caseHref: `/cases/${task.caseId}`,
    hubHref: `/cases/${task.caseId}/kinds-of-support`,
    callHref: task.mayContact && task.state === 'open' && works ? `/cases/${task.caseId}/call` : null,
    noContact: task.kind === 'sample-review' && !task.mayContact ? TASK.noCall : null,
    end: works && task.state === 'open' ? endForm(task, sent) : null,
    sending: works && task.state === 'open' && isSent(task.kind) ? sendForm(reading, sent) : null,
    answer: works && task.state === 'sent' ? answerForm(reading, sent) : null,
    withdraw: works ? withdrawForm(task) : null,
    takeAction:
      works && task.state !== 'planned' && task.ownerUserId !== actor.userId ? `${path}/take` : null,
    path,
    revision: task.revision,
    asAt: timeOfDay(now, timezone),
  };
}

function factsOf({ task, words, nameOf, now, timezone }: Reading) {
  const time = { now, timezone };
  const to = words.noteOf(task.id);
  const answer = words.acknowledgementOf(task.id);
  return [
    ...(task.saidHow === null
      ? []
      : [
          {
            key: TASK.said[task.kind === 'transfer' ? 'transfer' : 'other'],
            value: SAID_HOW_WORDS[task.saidHow],
          },
        ]),
    { key: 'Opened', value: `${nameOf(task.openedBy)}, ${momentInWords(task.openedAt, time)}` },
    ...(task.sentAt === null
      ? []
      : [
          {
            key: 'Sent',
            value: `${task.ground === 'override' ? 'Under an override' : 'With the person’s consent'}, ${momentInWords(task.sentAt, time)}`,
          },
        ]),
    ...(to === null ? [] : [{ key: isSent(task.kind) ? 'To' : 'In words', value: to }]),
    ...(answer === null
      ? []
      : [
          {
            key: 'They said so',
            value: answer.theirReference === null ? answer.name : `${answer.name}, ${answer.theirReference}`,
          },
        ]),
    ...(task.settledBy === null ? [] : [{ key: 'Settled by', value: nameOf(task.settledBy) }]),
  ];
}

function endForm({ kind, id }: SupportTask, { end: raw = BLANK_END, errors }: TaskSent) {
  const ends = TASK_ENDS[kind];
  const codes: readonly (DoneOutcome | NotNeededOutcome)[] = [...ends.done, ...ends['not-needed']];
  if (codes.length === 0) return null;
  const next =
    kind === 'abuse-review' || kind === 'sample-review' || kind === 'case-review' ? TASK.next[kind] : null;
  const needless = isSent(kind);
  return {
    title: needless ? TASK.needlessTitle : TASK.endTitle,
    action: `/support-tasks/${id}/end`,
    fields: [
      {
        type: 'radios',
        name: 'outcome',
        legend: needless ? TASK.needlessLegend : TASK.endLegend,
        items: choices(codes, OUTCOME_WORDS),
        value: raw.outcome,
      },
      ...(next === null ? [] : [{ type: 'date', view: dayView('next', { ...next, raw, errors }) }]),
    ],
  };
}

function sendForm({ task, ground }: Reading, { send: raw = BLANK_SEND }: TaskSent) {
  const consent = `/cases/${task.caseId}/consent`;
  if (ground === null)
    return { ground: false, consentHref: consent, overrideHref: `/cases/${task.caseId}/overrides/new` };
  return {
    ground: true,
    action: `/support-tasks/${task.id}/send`,
    fields: [{ type: 'line', name: 'to', label: TASK.to, hint: TASK.toHint, value: raw.to }],
  };
}

function answerForm({ task, now, timezone }: Reading, { answer, errors }: TaskSent) {
  const raw = answer ?? {
    by: '',
    theirReference: '',
    revision: '',
    ...momentNow('answered', { now, timezone }),
  };
  return {
    title: TASK.answerTitle[task.kind === 'transfer' ? 'transfer' : 'other'],
    action: `/support-tasks/${task.id}/answer`,
    submit: TASK.answerSubmit[task.kind === 'transfer' ? 'transfer' : 'other'],
    fields: [
      { type: 'line', name: 'by', label: TASK.by, hint: TASK.byHint, value: raw.by },
      { type: 'moment', view: momentView('answered', { ...TASK.when, raw, errors }) },
      { type: 'line', name: 'theirReference', label: TASK.theirReference, value: raw.theirReference },
    ],
  };
}

function withdrawForm({ id, kind, state }: SupportTask) {
  if (kind !== 'transfer' && (kind !== 'check-in' || state === 'sent')) return null;
  return {
    action: `/support-tasks/${id}/withdraw`,
    text: TASK.takeBackText[kind],
    submit: TASK.takeBack[kind],
  };
}
