import {
  buildCalendar,
  isOpen,
  nextOpening,
  openIntervals,
  plus,
  HOUR,
  type Instant,
  type OpeningHours,
} from '#libs/domain';
import { momentInWords } from '../../formatting/moments';

/** A safe time lasts at most a week without a break; longer than this nobody needs to know. */
const LOOK_AHEAD = 7 * 24 * HOUR;

/** Whether now is a safe time to call, in words: "Open until today at 5pm", "Opens tomorrow at 9am". */
export function callWindowInWords(
  windows: OpeningHours | null,
  { now, timezone }: { now: Instant; timezone: string },
): string {
  if (windows === null) return 'Any time';
  const built = buildCalendar(windows);
  if (built.kind === 'refused') return 'No safe time known';
  const { calendar } = built;
  if (isOpen(calendar, now)) {
    const [current] = openIntervals(calendar, { from: now, to: plus(now, LOOK_AHEAD) });
    return current ? `Open until ${momentInWords(current.to, { now, timezone })}` : 'Open';
  }
  const next = nextOpening(calendar, now);
  if (next.kind === 'refused') return 'No safe time known';
  return `Opens ${momentInWords(next.at, { now, timezone })}`;
}
