import { monthsOfSpan, promiseShare, type FigureWorking } from '#libs/domain';
import { lengthInWords } from '../../formatting/moments';
import { countInWords, monthInWords } from '../promise/promise-words';
import type { FiguresAsked } from './figure-address';
import { LIVE, SUPPORT } from './live-figures.copy';
import { CASELOAD } from './strands.copy';

/** "April 2026 to March 2027". */
export function periodInWords({ span, until }: Pick<FiguresAsked, 'span' | 'until'>): string {
  const { from, to } = monthsOfSpan(span, until);
  return `${monthInWords(from)} to ${monthInWords(to)}`;
}

/** "18 of 22 (81.8%)", or only the counts when the base is too small for a percentage. */
export function workingInWords(working: FigureWorking): string {
  if (working.posts !== undefined) return perPostInWords(working.denominator, working.posts);
  const { numerator, denominator } = working;
  const of = `${countInWords(numerator)} of ${countInWords(denominator)}`;
  const percent = percentOf({ numerator, denominator });
  return percent === null ? of : `${of} (${percent}%)`;
}

/** "12.5 for each full-time post": one decimal, a half rounded up. */
function perPostInWords(people: number, hundredths: number): string {
  if (hundredths === 0) return CASELOAD.noPosts;
  return CASELOAD.each((Math.round((people * 1_000) / hundredths) / 10).toFixed(1));
}

/** "2.5", or "2". */
export function postsInWords(hundredths: number): string {
  return `${hundredths / 100}`;
}

/** One decimal; null on a base that is too small for one. */
export function percentOf({
  numerator,
  denominator,
  posts,
}: Pick<FigureWorking, 'numerator' | 'denominator' | 'posts'>): string | null {
  if (posts !== undefined) return null;
  const share = promiseShare({ met: numerator, missed: denominator - numerator });
  return share.kind === 'share' ? share.percent : null;
}

/** A length of a part of the area, which is kept to the hour; so that none reads as no time at all. */
export function lengthOfPart(length: number | null, unit: 'minutes' | 'days' | null): string {
  return unit === 'minutes' && length === 0 ? LIVE.underAnHour : lengthOf(length, unit);
}

/** A length as people say it; "Nobody" where nobody was measured. */
export function lengthOf(length: number | null, unit: 'minutes' | 'days' | null): string {
  if (length === null) return LIVE.nobody;
  return unit === 'days' ? SUPPORT.days(length) : lengthInWords(length * 60_000);
}
