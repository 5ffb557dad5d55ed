/** What the worker goes through row by row. */
export const WORK_KINDS = [
  'case-of-the-dead',
  'case-of-the-erased',
  'code-event',
  'delivery-report',
  'erasure',
  'erasure-request',
  'failed-message',
  'leave',
  'linked-case',
  'linked-stop',
  'match',
  'message',
  'override',
  'police-task',
  'plan-lead',
  'safeguarding-task',
  'service-request',
  'share',
  'shift-swap',
  'support-task',
  'case-review',
  'urgent-page',
  'walled-owner',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface WorkedRow {
  readonly kind: WorkKind;
  readonly id: string;
}

/** Rows that the worker could not work on: each rests a while, longer after every try, and holds up no other. */
export interface SetAsideStore {
  /** Sets a row aside until its next try. `fault` is a code or the name of a class, never a message. */
  note(row: WorkedRow & { readonly fault: string }): Promise<void>;
  /** Forgets that rows were ever set aside. */
  clear(rows: { readonly kind: WorkKind; readonly ids: readonly string[] }): Promise<void>;
}
