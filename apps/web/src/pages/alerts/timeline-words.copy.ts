import type { WordsByType } from '../cases/event-words';

const overdue = (what: string) => () => ({ title: `${what} is overdue` });
const steppedUp = (what: string) => () => ({ title: `${what} still waits; the service managers are told` });

/** What the timeline of a case says of work whose time has passed. */
export const OVERDUE_WORDS: WordsByType = {
  'safety-review.overdue': overdue('The safety review'),
  'safety-review.stepped-up': steppedUp('The safety review'),
  'override-review.overdue': overdue('The review of sharing without consent'),
  'override-review.stepped-up': steppedUp('The review of sharing without consent'),
  'opening-review.overdue': overdue('The review of an opening in an emergency'),
  'opening-review.stepped-up': steppedUp('The review of an opening in an emergency'),
  'support-task.overdue': overdue('A support task'),
  'duty.overdue': overdue('A right under the Victims’ Code'),
  'support-task.stepped-up': steppedUp('A support task'),
  'safeguarding.stepped-up': steppedUp('The safeguarding task'),
};
