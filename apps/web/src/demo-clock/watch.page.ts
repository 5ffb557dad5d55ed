import { type Instant } from '#libs/domain';
import type { WatchedDeadline } from '#libs/persistence';
import { distanceInWords, lengthInWords, momentInWords, timeInWords, timeOfDay } from '../formatting/moments';
import { limbInWords } from '../pages/promise-words/limb-words';
import * as copy from './watch.copy';

export interface WatchStartPage {
  readonly title: string;
  readonly intro: string;
  readonly asAt: string;
  /** Null when nothing is running. */
  readonly next: string | null;
  readonly nothing: string;
  readonly button: string;
  readonly onlyForward: string;
}

export function watchStartPage(given: {
  next: Pick<WatchedDeadline, 'dueAt'> | null;
  now: Instant;
  timezone: string;
}): WatchStartPage {
  const { next, now, timezone } = given;
  return {
    title: copy.START_TITLE,
    intro: copy.START_INTRO,
    asAt: timeOfDay(now, timezone),
    next:
      next &&
      `The next promise runs out ${momentInWords(next.dueAt, { now, timezone })}, ${timeInWords(next.dueAt, timezone)}.`,
    nothing: copy.NOTHING_RUNNING,
    button: copy.SET_CLOCK,
    onlyForward: copy.ONLY_FORWARD,
  };
}

type Stage = 'to-come' | 'passing' | 'passed' | 'kept';

export interface WatchPage {
  readonly title: string;
  readonly asAt: string;
  readonly stage: Stage;
  readonly countdown: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly happened: readonly string[];
  readonly toCome: readonly string[];
  readonly lookAgain: { readonly href: string; readonly text: string };
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

const TITLES: Readonly<Record<Stage, string>> = {
  'to-come': copy.WATCH_TITLE,
  passing: copy.PASSED_TITLE,
  passed: copy.PASSED_TITLE,
  kept: copy.KEPT_TITLE,
};

export function watchPage(given: {
  watched: WatchedDeadline;
  now: Instant;
  timezone: string;
  inboxUrl: string | undefined;
}): WatchPage {
  const { watched, now, timezone, inboxUrl } = given;
  const stage = stageOf(watched, now);
  return {
    title: TITLES[stage],
    asAt: timeOfDay(now, timezone),
    stage,
    countdown: countdownOf(watched, stage, now),
    rows: [
      { key: 'Reference', value: watched.reference },
      { key: 'Promise', value: `First conversation ${limbInWords(watched.limb)}` },
      { key: 'Due', value: timeInWords(watched.dueAt, timezone) },
    ],
    happened: happenedIn(watched, stage, { now, timezone }),
    toCome: stage === 'to-come' ? copy.TO_COME : [],
    lookAgain: { href: `/demo-clock/watch/${watched.deadlineId}`, text: copy.LOOK_AGAIN },
    links: [
      { href: `/cases/${watched.caseId}`, text: copy.OPEN_CASE },
      { href: '/alerts', text: copy.OPEN_ALERTS },
      ...(inboxUrl === undefined ? [] : [{ href: inboxUrl, text: copy.OPEN_INBOX }]),
    ],
  };
}

function stageOf({ state, dueAt }: WatchedDeadline, now: Instant): Stage {
  if (state === 'breached' || state === 'done-late') return 'passed';
  if (state !== 'running') return 'kept';
  return now > dueAt ? 'passing' : 'to-come';
}

function countdownOf({ dueAt }: WatchedDeadline, stage: Stage, now: Instant): string {
  if (stage === 'kept') return 'Somebody spoke with the person in time.';
  if (stage !== 'to-come') return `It ran out ${distanceInWords(dueAt, now)}.`;
  const seconds = Math.ceil((dueAt - now) / 1_000);
  const left = seconds <= 90 ? `${seconds} second${seconds === 1 ? '' : 's'}` : lengthInWords(dueAt - now);
  return `It runs out in ${left}.`;
}

function happenedIn(
  { alerts }: WatchedDeadline,
  stage: Stage,
  at: { now: Instant; timezone: string },
): readonly string[] {
  if (stage === 'passing') return [copy.NOT_NOTICED_YET];
  if (stage !== 'passed') return [];
  const told = alerts.map(({ level, raisedAt }) => `${copy.LEVELS[level]} ${momentInWords(raisedAt, at)}.`);
  return [copy.RECORDED, ...(told.length === 0 ? [copy.NOBODY_ALERTED_YET] : told)];
}
