import type { Span } from '#libs/domain';
import { readTimeOfDay } from '../typed-moments/time-of-day';

const ALL_DAY: readonly Span[] = [['00:00', '24:00']];

/**
 * Hours as people type them: `9am to midday and 5pm to 8pm`, `09:00-12:00, 17:00-20:00`, `all day`; nothing is no
 * hours. Undefined for what cannot be read or runs past midnight, which is never guessed. A bare 9 is not read either:
 * whether it is morning or evening decides whether somebody is safe.
 */
export function readHours(typed: string): readonly Span[] | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return [];
  if (text === 'all day' || text === 'any time') return ALL_DAY;
  const spans = text.split(/\s*(?:,|;|\band\b)\s*/).map(readSpan);
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

function readSpan(text: string): Span | undefined {
  const [from, to, ...more] = text.split(/\s*(?:\bto\b|\buntil\b|-|–|—)\s*/);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const opens = readTimeOfDay(from);
  const closes = readTimeOfDay(to);
  if (opens === undefined || closes === undefined) return undefined;
  const end = closes === '00:00' ? '24:00' : closes;
  return opens < end ? [opens, end] : undefined;
}
