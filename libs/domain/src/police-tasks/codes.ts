/** What a police team may be asked for. One open task per case and kind. */
export const TASK_KINDS = ['find-safe-route', 'wrong-number', 'add-crime-number', 'ask-agreement'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** The kinds that end with a way to call the person safely. */
export const ROUTE_KINDS = ['find-safe-route', 'wrong-number'] as const satisfies readonly TaskKind[];

/** What made the service ask by itself. Never shown to the police (P7): the kind says all they need. */
export const AUTOMATIC_CAUSES = [
  'no-callable-route',
  'number-not-working',
  'no-safe-number-left',
  'no-crime-number',
  'agreement-not-asked',
] as const;

/** Why a responder asks by hand. A list, so that nothing a person said can travel with the question. */
export const ASK_CAUSES = ['another-number-wanted', 'details-do-not-fit', 'needed-for-the-record'] as const;
export type AskCause = (typeof ASK_CAUSES)[number];

export type TaskCause = (typeof AUTOMATIC_CAUSES)[number] | AskCause;

/** Why a task is taken back before anybody answered. */
export const WITHDRAWALS = ['route-found', 'person-reached', 'not-wanted', 'case-closed'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** How a team answered. */
export const TASK_ANSWERS = ['route-given', 'crime-number-given', 'agreed', 'no-contact-wanted'] as const;
export type TaskAnswer = (typeof TASK_ANSWERS)[number];
