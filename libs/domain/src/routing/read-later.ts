import { localDate, type Instant } from '../time';
import type { RoutingDecision } from './decision';
import type { StoredFacts } from './facts';
import { wholeHours } from './facts-of-case';
import { mayStillBeFound, readForensic, readHealth } from './forensic';
import { hoursLater } from './hours-since';
import type { RoutingTable } from './table';

/**
 * An answer as it is to be read at a later moment: what the windows say counts from when it happened, so it is read
 * anew each time; the services and their reasons stay as they were kept.
 */
export function readLater(
  kept: { readonly answer: RoutingDecision; readonly facts: StoredFacts; readonly decidedAt: Instant },
  {
    table,
    now,
  }: { readonly table: Pick<RoutingTable, 'windows' | 'healthWindows' | 'timezone'>; readonly now: Instant },
): RoutingDecision {
  const { answer, facts, decidedAt } = kept;
  const later = { ...facts, hoursSince: hoursLater(facts.hoursSince, wholeHours(decidedAt, now)) };
  const on = localDate(now, table.timezone);
  const forensic = readForensic(later, { windows: table.windows, on });
  return {
    ...answer,
    forensic,
    health: readHealth(later, { windows: table.healthWindows, on }),
    first: mayStillBeFound(forensic) ? answer.first : null,
  };
}
