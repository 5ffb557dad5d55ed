/** A row of the journal about a deadline, as plain as an export has it. */
export interface DeadlineEvent {
  readonly subject_id: string;
  readonly event_type: string;
  readonly payload: object;
}

export interface Recount {
  readonly limb: string;
  readonly met: number;
  readonly decided: number;
  readonly open: number;
  readonly percent: string | null;
}

const SETTLED = ['deadline.met', 'deadline.met-on-confirmation', 'deadline.met-on-correction'];
const LATE = ['deadline.done-late', 'deadline.missed-on-correction'];

/**
 * Counts the promise again, as somebody would who has the journal and the definition and nothing of this service:
 * it shares no code with the projector, the figure or the rule for percentages.
 */
export function recomputeFromJournal(
  events: readonly DeadlineEvent[],
  { month, asAt }: { month: string; asAt: string },
): readonly Recount[] {
  const clocks = new Map<
    string,
    { limb: string; month: string; due: string; end: 'met' | 'late' | 'cancelled' | null }
  >();
  for (const { subject_id, event_type, payload } of events) {
    const told = payload as { limb: string; monthOn: string; dueAt: string; source?: string };
    if (event_type === 'deadline.set' && told.source === 'police') {
      clocks.set(subject_id, { limb: told.limb, month: told.monthOn, due: told.dueAt, end: null });
    }
    const clock = clocks.get(subject_id);
    if (!clock) continue;
    if (event_type === 'deadline.moved') Object.assign(clock, { month: told.monthOn, due: told.dueAt });
    if (event_type === 'deadline.running-again') clock.end = null;
    if (SETTLED.includes(event_type)) clock.end = 'met';
    if (LATE.includes(event_type)) clock.end = 'late';
    if (event_type === 'deadline.cancelled') clock.end = 'cancelled';
  }
  const counted = [...clocks.values()].filter((clock) => clock.month === `${month}-01`);
  return [...new Set(counted.map(({ limb }) => limb))].map((limb) => {
    const own = counted.filter((clock) => clock.limb === limb);
    const met = own.filter(({ end }) => end === 'met').length;
    const decided = own.filter(
      ({ end, due }) => end !== 'cancelled' && (end !== null || Date.parse(due) < Date.parse(asAt)),
    ).length;
    return {
      limb,
      met,
      decided,
      open: own.filter(({ end }) => end !== 'cancelled').length - decided,
      percent: percentOf(met, decided),
    };
  });
}

/** Long division by hand: hundredths first, then a half goes up. */
function percentOf(met: number, decided: number): string | null {
  if (decided < 10) return null;
  const hundredths = (BigInt(met) * 10_000n) / BigInt(decided);
  const tenths = (hundredths + 5n) / 10n;
  return `${tenths / 10n}.${tenths % 10n}`;
}
