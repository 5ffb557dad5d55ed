import type { Instant } from '#libs/domain';

/** One limb of the promise in one month, counted so that the parts sum to the whole (DESIGN §10). */
export interface LimbFigure {
  readonly limb: string;
  readonly binding: boolean;
  /** Police referrals whose report was made in the month. */
  readonly referrals: number;
  /** Not yet decided: not met, and the due instant has not passed. Left out of the denominator. */
  readonly stillOpen: number;
  /** Cancelled before they were decided. Left out of the denominator. */
  readonly cancelled: number;
  /** Of `cancelled`: another body had taken the person on before the clock was decided. */
  readonly cancelledByRedirect: number;
  /** The person died before the limb was decided. */
  readonly cancelledByDeath: number;
  /** Told of by another referral too, whose case goes on and counts. */
  readonly cancelledAsDuplicate: number;
  readonly met: number;
  readonly missed: number;
  /** Of `met`: rest on a late entry that a second person confirmed. */
  readonly metByConfirmedLateEntry: number;
  /** Of `met`: rest on a corrected start. */
  readonly metByCorrectedStart: number;
  /** Of `missed`: in time by the adjusted instant, because of a listed exception. Beside the figure, never in it. */
  readonly missedButInAdjustedTime: number;
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
}

export interface PromiseFigure {
  /** First day of the month, YYYY-MM-DD. */
  readonly monthOn: string;
  readonly asAt: Instant;
  readonly limbs: readonly LimbFigure[];
}
