/** The actor may not see it, or it is not there: one answer for both (P7). */
export interface NotFound {
  readonly kind: 'not-found';
}

export const NOT_FOUND: NotFound = { kind: 'not-found' };

/** Someone changed the record since the actor read it. Nothing was saved. */
export interface Stale {
  readonly kind: 'stale';
  readonly revision: number;
}

export interface Refused<Reason extends string> {
  readonly kind: 'refused';
  readonly reason: Reason;
}

export function refuse<Reason extends string>(reason: Reason): Refused<Reason> {
  return { kind: 'refused', reason };
}
