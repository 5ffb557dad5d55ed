import type { SafeguardingRead } from '#libs/casework';
import {
  ageRules,
  isReview,
  isSettled,
  mayDo,
  type AgeBand,
  type Instant,
  type SafeguardingTask,
  type StaffActor,
} from '#libs/domain';
import type { PersonAtRisk } from '#libs/persistence';
import { deadlineInWords } from '../../formatting/deadline-words';
import { calendarDay, momentInWords, timeOfDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import {
  OFFENCE_WORDS,
  RELATIONSHIP_WORDS,
  SUSPECT_ACCESS_WORDS,
  WHEN_WORDS,
} from '../referrals/referral-codes.copy';
import {
  BODY_WORDS,
  DELAY_WORDS,
  KIND_WORDS,
  LIST,
  NOT_NEEDED_WORDS,
  REVIEW_WORDS,
  RULE_WORDS,
  STATE_WORDS,
  TASK,
} from './safeguarding.copy';

interface Time {
  readonly now: Instant;
  readonly timezone: string;
}

/** One line of a list: no name, for a list is read over shoulders. */
export function taskLine(task: SafeguardingTask, time: Time) {
  return {
    href: `/safeguarding/${task.id}`,
    reference: task.reference,
    title: KIND_WORDS[task.kind].title,
    state: stateOf(task),
    due: isSettled(task) ? null : deadlineInWords(task.dueAt, time),
    settled: task.settledAt === null ? null : momentInWords(task.settledAt, time),
    waits:
      task.waitUntilAt === null || task.waitReason === null || task.state !== 'open'
        ? null
        : `${DELAY_WORDS[task.waitReason]}: waits until ${momentInWords(task.waitUntilAt, time)}`,
  };
}

function stateOf({ kind, state }: Pick<SafeguardingTask, 'kind' | 'state'>): string {
  return isReview(kind) && state === 'open' ? 'Not reviewed yet' : STATE_WORDS[state];
}

export function listPage(
  rows: readonly SafeguardingTask[],
  {
    notice,
    nextHref,
    live,
    ...time
  }: Time & { notice: Notice | null; nextHref: string | undefined; live: boolean },
) {
  return {
    title: live ? LIST.title : LIST.doneTitle,
    intro: live ? LIST.intro : LIST.doneIntro,
    nothing: live ? LIST.none : LIST.noneDone,
    other: live
      ? { text: LIST.done, href: '/safeguarding/done' }
      : { text: LIST.live, href: '/safeguarding' },
    live,
    rows: rows.map((task) => taskLine(task, time)),
    nextHref,
    notice,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

type Read = Extract<SafeguardingRead, { kind: 'read' }>;

export function taskPage(
  { task, name, why, reports }: Read,
  reading: Time & { person: PersonAtRisk | null; nameOf: NameOf; actor: StaffActor; notice: Notice | null },
) {
  const { person, nameOf, actor, notice, now, timezone } = reading;
  const time = { now, timezone };
  const at = (instant: Instant) => momentInWords(instant, time);
  const live = !isSettled(task);
  const open = task.state === 'open';
  const review = isReview(task.kind);
  const path = `/safeguarding/${task.id}`;
  return {
    ...TASK,
    ...taskLine(task, time),
    notice,
    why: KIND_WORDS[task.kind].why,
    live,
    name: live ? (name ?? TASK.noName) : null,
    caseHref: mayDo(actor, 'see-person') ? `/cases/${task.caseId}` : null,
    worry: why,
    raised: [
      task.openedBy === null ? 'By itself, from the age' : nameOf(task.openedBy),
      at(task.openedAt),
      task.lookAgainOn === null ? null : `to be looked at again on ${calendarDay(task.lookAgainOn)}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
    ages: person === null ? [] : agesOf(person),
    rules: person === null ? [] : RULE_WORDS[ageRules(person.ageNow).stage],
    facts: person === null ? [] : factsOf(person),
    reports: reports.map(({ body, toldAt, recordedBy, note }) => ({
      who: BODY_WORDS[body],
      when: at(toldAt),
      by: nameOf(recordedBy),
      spokeTo: note?.spokeTo ?? null,
      reference: note?.theirReference ?? null,
    })),
    end: endOf(task, { at, nameOf }),
    acts: {
      tell: live && !review && mayDo(actor, 'tell-safeguarding') ? `${path}/tell` : null,
      answer: task.state === 'referred' && mayDo(actor, 'tell-safeguarding') ? `${path}/answer` : null,
      wait: open && !review && mayDo(actor, 'tell-safeguarding') ? `${path}/wait` : null,
      end: open && !review && mayDo(actor, 'end-safeguarding') ? `${path}/end` : null,
      review: open && review && mayDo(actor, 'tell-safeguarding') ? `${path}/end` : null,
    },
    tellText: open ? TASK.tell : TASK.tellAgain,
    endText: TASK.end,
    revision: task.revision,
    asAt: timeOfDay(now, timezone),
  };
}

function endOf(task: SafeguardingTask, { at, nameOf }: { at: (instant: Instant) => string; nameOf: NameOf }) {
  const { outcome, settledAt, settledBy } = task;
  if (settledAt === null) return null;
  const words: Readonly<Record<string, string>> = { ...NOT_NEEDED_WORDS, ...REVIEW_WORDS };
  const reason = outcome === null ? STATE_WORDS[task.state] : (words[outcome] ?? STATE_WORDS[task.state]);
  return `${reason}. ${nameOf(settledBy)}, ${at(settledAt)}.`;
}

export function agesOf({ ageAtIncident, ageAtReport, ageNow }: PersonAtRisk) {
  const words = (band: AgeBand) => AGE_WORDS[band];
  return [
    { key: 'Age when it happened', value: ageAtIncident === null ? TASK.ageNotKnown : words(ageAtIncident) },
    { key: 'Age at the report', value: words(ageAtReport) },
    { key: 'Age now', value: words(ageNow) },
  ];
}

function factsOf({ offenceGroup, whenBand, relationship, suspectAccess }: PersonAtRisk) {
  const access = suspectAccess.map((code) => SUSPECT_ACCESS_WORDS[code]).join('; ');
  return [
    { key: 'Kind of offence', value: OFFENCE_WORDS[offenceGroup] },
    { key: 'Roughly when', value: WHEN_WORDS[whenBand] },
    { key: 'Relationship to the suspect', value: RELATIONSHIP_WORDS[relationship] },
    { key: 'The suspect', value: access === '' ? 'Nothing noted' : access },
  ];
}
