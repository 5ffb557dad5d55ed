import type { AlertLevel } from '#libs/domain';

export const ALERTS_TITLE = 'Alerts';
export const ALERTS_INTRO = {
  forWhoeverAnswers:
    'Each alert is about one deadline for a first conversation. Acknowledging it says that you have it in hand: repeats stop, and the deadline stays as it is.',
  forOthers:
    'Each alert is about one deadline for a first conversation. A duty lead or service manager acknowledges it: repeats stop then, and the deadline stays as it is.',
} as const;
export const NO_ALERTS = {
  forWhoeverAnswers: 'No deadline for a first conversation needs your acknowledgement.',
  forOthers: 'No alert is waiting.',
} as const;
export const ACKNOWLEDGE = 'I have this';
export const ACKNOWLEDGED = {
  title: 'You have it in hand',
  lines: ['Repeats have stopped for that deadline.'],
};
export const STALE =
  'This alert changed after you opened the page: somebody acknowledged it, or the deadline no longer needs anybody. Nothing was saved.';

export const LEVEL_WORDS: Readonly<Record<AlertLevel, string>> = {
  warning: 'Warning to the owner, before the deadline',
  'duty-lead': 'Duty lead',
  'service-manager': 'Service manager, because it went unanswered',
};

/** Stands above every alert: danger now comes before a deadline. */
export const urgentWaiting = (count: number) =>
  count === 1
    ? 'An urgent page is waiting for an answer.'
    : `${count} urgent pages are waiting for an answer.`;

export const BINDING = 'The deadline that counts for the promise';
export const NOT_BINDING = 'The other clock, shown beside the promise';

export const OVERDUE_TITLE = 'Overdue tasks and reviews';

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const OVERDUE_LINES = {
  safeguarding: counted('safeguarding task is overdue', 'safeguarding tasks are overdue'),
  safetyReviews: counted('safety review is overdue', 'safety reviews are overdue'),
  overrides: counted(
    'review of sharing without consent is overdue',
    'reviews of sharing without consent are overdue',
  ),
  openings: counted(
    'review of an opening in an emergency is overdue',
    'reviews of openings in an emergency are overdue',
  ),
  requests: counted(
    'request for support is late, or waits for a manager',
    'requests for support are late, or wait for a manager',
  ),
  uncovered: counted('case has an owner on leave and no cover', 'cases have an owner on leave and no cover'),
} as const;

/** For whoever can ring support: what the service itself could not do and tries again. */
export const setAsideWork = (count: number) =>
  `${count === 1 ? '1 task' : `${count} tasks`} of the service itself did not succeed and ${
    count === 1 ? 'is' : 'are'
  } tried again. If this line is still here in an hour, tell your support team.`;
