import { rangeOf } from './conditions';
import type { RoutingConditions, RoutingTable } from './table';

type Windows = Pick<RoutingTable, 'windows'>;

/** Whether no facts at all can satisfy these conditions: an empty list, a range upside down, or two that fight. */
export function matchesNothing(when: RoutingConditions, table: Windows): boolean {
  const { ageNow, ageAtIncident, hours } = when;
  const parts = Object.values(when) as (RoutingConditions[keyof RoutingConditions] | undefined)[];
  const empty = parts.some((part) => Array.isArray(part) && part.length === 0);
  const upsideDown = [ageNow, ageAtIncident, hours].some((part) => {
    if (part === undefined) return false;
    const { from, to } = rangeOf(part);
    return from > to;
  });
  return empty || upsideDown || olderThenThanNow(when) || fightsWindows(when, table);
}

function olderThenThanNow({ ageNow, ageAtIncident }: RoutingConditions): boolean {
  if (ageNow === undefined || ageAtIncident === undefined || ageNow.to === null) return false;
  return ageAtIncident.from > ageNow.to;
}

/** Longer ago than every window and yet inside one, or inside the shortest and yet outside all of them. */
function fightsWindows({ hours, forensic }: RoutingConditions, { windows }: Windows): boolean {
  if (hours === undefined || forensic === undefined || windows.length === 0) return false;
  const lengths = windows.map((window) => window.hours);
  return forensic === 'outside'
    ? hours.atMost !== undefined && hours.atMost < Math.min(...lengths)
    : hours.atLeast !== undefined && hours.atLeast > Math.max(...lengths);
}
