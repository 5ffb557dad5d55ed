/** Whether a database is where it was last opened, somewhere else, or was never opened. */
export type HomeState = 'new' | 'home' | 'moved';

export type OpeningVerdict =
  | { readonly kind: 'open' }
  | { readonly kind: 'refuse'; readonly reason: 'no-ledger' | 'erasures-to-replay' | 'keys-unreachable' };

/**
 * Whether a system may open. A database that was moved may be a backup from before an erasure, so it opens only
 * against a ledger that is certainly of later: the key database at home, or the ledger kept outside both. And nothing
 * opens while anybody of a trusted ledger can still be read (P13). A key database that does not answer keeps nobody's
 * deadline from running, unless the main one was moved (P3).
 */
export function mayOpenSystem({
  main,
  keys,
  outsideLedger,
  unerased,
}: {
  readonly main: HomeState;
  readonly keys: HomeState | 'unreachable';
  /** Whether a ledger outside the databases was read and its seals hold. */
  readonly outsideLedger: boolean;
  /** How many people of the trusted ledgers are not erased here. */
  readonly unerased: number;
}): OpeningVerdict {
  if (unerased > 0) return { kind: 'refuse', reason: 'erasures-to-replay' };
  if (keys === 'unreachable') {
    return main === 'moved' ? { kind: 'refuse', reason: 'keys-unreachable' } : { kind: 'open' };
  }
  const keysMayBeOld = keys === 'moved' || (keys === 'new' && main === 'moved');
  if (keysMayBeOld && !outsideLedger) return { kind: 'refuse', reason: 'no-ledger' };
  return { kind: 'open' };
}
