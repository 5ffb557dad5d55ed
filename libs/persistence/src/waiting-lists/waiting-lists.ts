import {
  liveLists,
  releasedLists,
  type Instant,
  type RuleVersion,
  type StaffActor,
  type WaitingList,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { PostgresDirectoryStore } from '../directory';
import { liveWaiting } from './live-waiting';
import { newestWaitingRelease } from './waiting-release.store';

export interface WaitingListsRead {
  /** Of each open service that keeps a list here, then of the desk. */
  readonly lists: readonly WaitingList[];
  /** Whether these are published figures, or the lists as they stand. */
  readonly published: boolean;
  /** When they were counted; null before anything was published. */
  readonly asAt: Instant | null;
  /** The disclosure rule of what is published; null of what is not. */
  readonly rule: RuleVersion | null;
}

/**
 * The waiting lists as this role may have them, for pages and programs alike: a commissioner reads what was published
 * on the first of the month, a coordinator the own services as they stand, a lead all of them and the desk.
 */
export async function waitingLists(
  manager: EntityManager,
  { actor, now }: { readonly actor: StaffActor; readonly now: Instant },
): Promise<WaitingListsRead> {
  const listed = await new PostgresDirectoryStore(manager, actor, now).current(now);
  const keeping = listed
    .filter(({ service }) => service.state === 'open' && service.reachedBy !== 'signposted')
    .filter(({ service }) => actor.role !== 'provider-coordinator' || service.agencyId === actor.agencyId);
  if (actor.role !== 'commissioner')
    return { lists: liveLists(keeping, await liveWaiting(manager)), published: false, asAt: now, rule: null };
  const release = await newestWaitingRelease(manager);
  if (release === null) return { lists: [], published: true, asAt: null, rule: null };
  const { asAt, rule, lines } = release;
  return { lists: releasedLists(keeping, lines), published: true, asAt, rule };
}
