import type { Environment } from 'nunjucks';
import type { Instant } from '#libs/domain';
import { dayInFull, distanceInWords, momentInWords, timeInWords, timeOfDay } from './moments';

type MojFormat = 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time';

/**
 * Filters that read an instant in the area's zone, whatever zone the process runs in. The kit's own `mojDate`
 * prints the server's zone, so the components that use it get ours under the same name.
 */
export function registerMomentFilters(environment: Environment, timezone: string): void {
  environment.addFilter('timeInWords', (at: Instant) => timeInWords(at, timezone));
  environment.addFilter('dayInFull', (at: Instant) => dayInFull(at, timezone));
  environment.addFilter('timeOfDay', (at: Instant) => timeOfDay(at, timezone));
  environment.addFilter('momentInWords', (at: Instant, now: Instant) => momentInWords(at, { now, timezone }));
  environment.addFilter('distanceInWords', (at: Instant, now: Instant) => distanceInWords(at, now));
  environment.addFilter('mojDate', (at: Instant, format: MojFormat = 'datetime') =>
    inMojFormat(at, format, timezone),
  );
}

function inMojFormat(at: Instant, format: MojFormat, timezone: string): string {
  if (format === 'time') return timeOfDay(at, timezone);
  return format === 'date' || format === 'shortdate' ? dayInFull(at, timezone) : timeInWords(at, timezone);
}
