import type { AttemptFact } from '../contact';
import { computeDue, inputsOf, judge, type CalendarVersion, type DeadlinePolicy } from '../deadline';
import type { Instant } from '../time';

/** One past referral as a replay needs it: no id, no person, no agency. */
export interface PastReferral {
  readonly limbs: readonly {
    readonly limb: string;
    readonly startedAt: Instant;
    readonly dueAt: Instant;
    readonly cancelled: boolean;
  }[];
  readonly attempts: readonly AttemptFact[];
}

/** Every referral is in exactly one of the four parts, as in the published figure. */
export interface ReplayCounts {
  readonly met: number;
  readonly missed: number;
  readonly stillOpen: number;
  readonly cancelled: number;
}

export interface LimbReplay {
  readonly limb: string;
  /** Under the versions the clocks ran under; null for a limb the past did not have. */
  readonly actual: ReplayCounts | null;
  /** Under the proposed version; null for a limb it takes away. */
  readonly proposed: ReplayCounts | null;
  /** Counted in both, and one way under one and the other way under the other. */
  readonly missedBecomesMet: number;
  readonly metBecomesMissed: number;
  /** Deadlines that would have been at another instant. */
  readonly moved: number;
  readonly earlier: number;
  /** No due instant can be worked out for these; they are left out of the proposed counts. */
  readonly notComputable: number;
}

type Verdict = keyof ReplayCounts;

interface Row {
  readonly actual: { readonly verdict: Verdict; readonly dueAt: Instant } | null;
  readonly proposed: { readonly verdict: Verdict; readonly dueAt: Instant } | 'refused' | null;
}

/**
 * How referrals of the past would have counted under a proposed policy, limb by limb, beside how they count: the same
 * rule judges both, on the same attempts. Nothing is written and no real deadline moves. Late entries count as met
 * only when a second person confirmed them, as in the figure (P4).
 */
export function replay(
  referrals: readonly PastReferral[],
  around: { policy: DeadlinePolicy; calendar: CalendarVersion; now: Instant },
): readonly LimbReplay[] {
  const names = new Set([
    ...around.policy.limbs.map(({ id }) => id),
    ...referrals.flatMap(({ limbs }) => limbs.map(({ limb }) => limb)),
  ]);
  return [...names].map((limb) =>
    countRows(
      limb,
      referrals.map((past) => rowOf(past, limb, around)),
    ),
  );
}

function rowOf(
  { limbs, attempts }: PastReferral,
  limb: string,
  { policy, calendar, now }: { policy: DeadlinePolicy; calendar: CalendarVersion; now: Instant },
): Row {
  const was = limbs.find((one) => one.limb === limb);
  const start = was ?? limbs[0];
  const verdict = (dueAt: Instant): Verdict => {
    const judged = judge({ dueAt, fact: policy.stoppedBy, attempts });
    if (judged.kind === 'met') return 'met';
    if (judged.kind === 'done-late' || judged.kind === 'claimed' || dueAt < now) {
      return start?.cancelled === true && judged.kind === 'not-done' ? 'cancelled' : 'missed';
    }
    return start?.cancelled === true ? 'cancelled' : 'stillOpen';
  };
  const actual = was ? { verdict: verdict(was.dueAt), dueAt: was.dueAt } : null;
  if (!start || !policy.limbs.some(({ id }) => id === limb)) return { actual, proposed: null };
  const inputs = inputsOf({ policy, calendar, startedAt: start.startedAt, tzdata: '' });
  const due = inputs.filter((one) => one.limb.id === limb).map(computeDue)[0];
  if (due === undefined || due.kind === 'refused') return { actual, proposed: 'refused' };
  return { actual, proposed: { verdict: verdict(due.at), dueAt: due.at } };
}

function countRows(limb: string, rows: readonly Row[]): LimbReplay {
  const actual = rows.flatMap((row) => (row.actual ? [row.actual.verdict] : []));
  const proposed = rows.flatMap(({ proposed: one }) => (one && one !== 'refused' ? [one.verdict] : []));
  const both = rows.flatMap(({ actual: was, proposed: would }) =>
    was && would && would !== 'refused' ? [{ was, would }] : [],
  );
  const turned = (from: Verdict, to: Verdict) =>
    both.filter(({ was, would }) => was.verdict === from && would.verdict === to).length;
  return {
    limb,
    actual: actual.length === 0 ? null : countsOf(actual),
    proposed: proposed.length === 0 ? null : countsOf(proposed),
    missedBecomesMet: turned('missed', 'met'),
    metBecomesMissed: turned('met', 'missed'),
    moved: both.filter(({ was, would }) => was.dueAt !== would.dueAt).length,
    earlier: both.filter(({ was, would }) => would.dueAt < was.dueAt).length,
    notComputable: rows.filter((row) => row.proposed === 'refused').length,
  };
}

function countsOf(verdicts: readonly Verdict[]): ReplayCounts {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  return {
    met: count('met'),
    missed: count('missed'),
    stillOpen: count('stillOpen'),
    cancelled: count('cancelled'),
  };
}
