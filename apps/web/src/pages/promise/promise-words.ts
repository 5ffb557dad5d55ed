import { promiseShare } from '#libs/domain';
import type { LimbFigure, PolicyVersionLine } from '#libs/persistence';
import { MONTHS } from '../../formatting/moment.copy';
import { limbById, limbInWords, limbName } from '../promise-words/limb-words';
import { BASE_TOO_SMALL, NOTHING_DECIDED } from './promise.copy';

/** "March 2026" for a stored first of the month. */
export function monthInWords(monthOn: string): string {
  const [year, month] = monthOn.split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** Thousands parted by commas, as British readers expect. */
export function countInWords(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** "1,204 of 1,311 referrals (91.8%) had a first conversation within 24 hours, March 2026." */
export function headline(figure: LimbFigure, { limb, monthOn }: { limb: string; monthOn: string }): string {
  const share = promiseShare(figure);
  const of = `${countInWords(share.numerator)} of ${countInWords(share.denominator)} referrals`;
  const percent = share.kind === 'share' ? ` (${share.percent}%)` : '';
  return `${of}${percent} had a first conversation ${limb}, ${monthInWords(monthOn)}.`;
}

/** "18 of 22 (81.8%)", or only the counts when the base is too small for a percentage. */
export function shareInWords(figure: Pick<LimbFigure, 'met' | 'missed'>): string {
  const share = promiseShare(figure);
  const of = `${countInWords(share.numerator)} of ${countInWords(share.denominator)}`;
  return share.kind === 'share' ? `${of} (${share.percent}%)` : of;
}

/** Why a figure has no percentage; undefined when it has one. */
export function whyNoPercent(figure: Pick<LimbFigure, 'met' | 'missed'>): string | undefined {
  const share = promiseShare(figure);
  if (share.kind === 'share') return undefined;
  return share.denominator === 0 ? NOTHING_DECIDED : BASE_TOO_SMALL;
}

export interface LimbWords {
  readonly inSentence: string;
  readonly name: string;
}

/** A limb in words, from the newest policy version that has it; its id when none does. */
export function limbWordsOf(id: string, policies: readonly PolicyVersionLine[]): LimbWords {
  const limb = limbById(id, policies);
  return limb ? { inSentence: limbInWords(limb), name: limbName(limb) } : { inSentence: `(${id})`, name: id };
}
