import { instantAtLocal, type Instant } from '../time';

/**
 * The first instant of a month, `YYYY-MM`, in a zone. Throws on a zone whose month has no midnight; none that an area
 * uses.
 *
 * Example: of 2026-11 in London, 2026-11-01T00:00Z.
 */
export function startOfMonth(month: string, timezone: string): Instant {
  const found = instantAtLocal({
    date: `${month}-01`,
    time: '00:00',
    timezone,
    repeated: 'earlier',
    missing: 'after',
  });
  if (found.kind !== 'instant') throw new Error('a month begins at midnight');
  return found.at;
}
