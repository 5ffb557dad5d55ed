import type { Acknowledged, LedgerLine } from '../ledger';
import { limbsOf } from '../run-clock';
import type { BreachRow, DeadlineRow, FinalTables } from './final-tables';

/** What is wrong: all zeros, or the run did not pass. */
export interface Wrongs {
  /** A clock that was due and has no breach, no event of it, no alert of a binding one; or a timer that never fired. */
  readonly missed: number;
  readonly double: number;
  /** Before the due instant, or although the clock was stopped in time. */
  readonly early: number;
  /** Clocks that are not where the two limbs of the promise put them. */
  readonly wrongDue: number;
  readonly lostAcknowledgedWrites: number;
  /** Rows of acts that nobody asked for twice. */
  readonly doubledWrites: number;
  /** Acts that were begun and never answered, though everything was well again. */
  readonly unanswered: number;
  readonly journalGaps: number;
}

export interface Judgement {
  readonly clocks: number;
  readonly due: number;
  readonly wrongs: Wrongs;
  /** A few of each wrong, to begin looking with. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds from the due instant, or from the setting of a clock that was past already, to the record. */
  readonly lateness: readonly number[];
  readonly via: Readonly<Record<BreachRow['via'], number>>;
  readonly acknowledged: Readonly<Record<Acknowledged['act'], number>>;
  readonly refused: number;
}

/** What may still be on its way when the tables are read. */
const MARGIN_MS = 5_000;
const WARNED_BEFORE_MS = 2 * 3_600_000;
const EXAMPLES = 5;

/** Reads the ledger and the final tables, and nothing else. */
export function judge(lines: readonly LedgerLine[], tables: FinalTables): Judgement {
  const found = new Findings();
  const acknowledged = lines.filter((line): line is Acknowledged => line.kind === 'acknowledged');
  judgeActs(acknowledged, { tables, found });
  const answered = new Set(lines.filter(({ kind }) => kind !== 'begun').map(({ key }) => key));
  for (const { kind, key, act } of lines)
    if (kind === 'begun' && !answered.has(key)) found.add('unanswered', `${act} ${key}`);
  const clocks = judgeClocks(acknowledged, { tables, found });
  found.add('missed', 'a timer that is due and has not fired', tables.stuckTimers);
  found.add('journalGaps', 'a row between others', tables.journalGaps);
  found.add('journalGaps', 'a row under no seal', tables.unsealed);
  const count = (act: Acknowledged['act']) => acknowledged.filter((line) => line.act === act).length;
  return {
    ...clocks,
    wrongs: found.wrongs(),
    examples: found.examples,
    acknowledged: { referral: count('referral'), attempt: count('attempt'), consent: count('consent') },
    refused: lines.filter(({ kind }) => kind === 'refused').length,
  };
}

class Findings {
  private readonly counts = new Map<keyof Wrongs, number>();
  readonly examples: Record<string, string[]> = {};

  add(wrong: keyof Wrongs, example: string, times = 1): void {
    if (times === 0) return;
    this.counts.set(wrong, (this.counts.get(wrong) ?? 0) + times);
    const few = (this.examples[wrong] ??= []);
    if (few.length < EXAMPLES) few.push(example);
  }

  wrongs(): Wrongs {
    const of = (wrong: keyof Wrongs) => this.counts.get(wrong) ?? 0;
    return {
      missed: of('missed'),
      double: of('double'),
      early: of('early'),
      wrongDue: of('wrongDue'),
      lostAcknowledgedWrites: of('lostAcknowledgedWrites'),
      doubledWrites: of('doubledWrites'),
      unanswered: of('unanswered'),
      journalGaps: of('journalGaps'),
    };
  }
}

interface Sought {
  readonly tables: FinalTables;
  readonly found: Findings;
}

/** Every row that was acknowledged is there and told of once, and no row is there that was not. */
function judgeActs(acknowledged: readonly Acknowledged[], { tables, found }: Sought): void {
  const rows = {
    referral: tables.referrals.map(({ referral_id }) => referral_id),
    attempt: tables.attempts.map(({ attempt_id }) => attempt_id),
    consent: tables.consents.map(({ entry_id }) => entry_id),
  };
  const promised = new Set<string>();
  const present = new Set(Object.values(rows).flat());
  for (const { act, ids } of acknowledged)
    for (const id of ids) {
      if (promised.has(id)) found.add('lostAcknowledgedWrites', `${act} ${id} answered two acts`);
      promised.add(id);
      if (!present.has(id)) found.add('lostAcknowledgedWrites', `${act} ${id}`);
      if (act === 'consent') continue;
      const told = tables.told.get(id) ?? 0;
      if (told === 0) found.add('lostAcknowledgedWrites', `${act} ${id} is not in the journal`);
      if (told > 1) found.add('doubledWrites', `${act} ${id} is ${told} times in the journal`);
    }
  for (const id of present)
    if (!promised.has(id)) found.add('doubledWrites', `a row nobody was told of: ${id}`);
  const consents = grouped(
    acknowledged.filter(({ act }) => act === 'consent'),
    ({ caseId = '' }) => caseId,
  );
  for (const [caseId, answers] of consents) {
    const untold = answers.length - (tables.consentsTold.get(caseId) ?? 0);
    const name = `consents of case ${caseId} in the journal`;
    if (untold > 0) found.add('lostAcknowledgedWrites', name, untold);
    if (untold < 0) found.add('doubledWrites', name, -untold);
  }
}

function judgeClocks(
  acknowledged: readonly Acknowledged[],
  { tables, found }: Sought,
): Pick<Judgement, 'clocks' | 'due' | 'lateness' | 'via'> {
  const reported = new Map(
    acknowledged.flatMap(({ act, ids, reportedAt }) =>
      act === 'referral' && reportedAt !== undefined
        ? ids.map((id) => [id, limbsOf(reportedAt)] as const)
        : [],
    ),
  );
  const stops = stopsByCase(acknowledged, tables);
  const breaches = grouped(tables.breaches, ({ deadline_id }) => deadline_id);
  const events = grouped(tables.breachEvents, ({ subject_id }) => subject_id);
  const alerts = grouped(tables.alerts, ({ deadline_id }) => deadline_id);
  const clocksOf = grouped(tables.deadlines, ({ referral_id }) => referral_id);
  const lateness: number[] = [];
  const via = { queue: 0, sweep: 0, act: 0 };
  let [clocks, due] = [0, 0];
  for (const [referralId, expected] of reported) {
    const rows = clocksOf.get(referralId) ?? [];
    for (const limb of ['24h', '1wd'] as const) {
      const alike = rows.filter((row) => row.limb === limb);
      const [clock] = alike;
      if (clock === undefined)
        found.add('lostAcknowledgedWrites', `no ${limb} clock of referral ${referralId}`);
      if (alike.length > 1) found.add('double', `${alike.length} ${limb} clocks of referral ${referralId}`);
      if (clock === undefined) continue;
      clocks += 1;
      if (clock.due_at.getTime() !== expected[limb])
        found.add('wrongDue', `${limb} of referral ${referralId}`);
      const id = clock.deadline_id;
      const ofClock = {
        breaches: breaches.get(id) ?? [],
        events: events.get(id) ?? [],
        alerts: alerts.get(id) ?? [],
      };
      const ofCase = stops.get(clock.case_id) ?? [];
      const stopped = {
        surely: ofCase.some(({ acknowledgedAt }) => acknowledgedAt <= expected[limb]),
        perhaps: ofCase.some(({ recordedAt }) => recordedAt <= expected[limb]),
      };
      if (judgeClock(clock, { ...ofClock, dueAt: expected[limb], stopped, now: tables.now, found })) due += 1;
      for (const breach of ofClock.breaches) {
        via[breach.via] += 1;
        lateness.push(breach.recorded_at.getTime() - Math.max(expected[limb], clock.set_at.getTime()));
      }
    }
  }
  return { clocks, due, lateness, via };
}

/** Whether the clock had to ring; what is wrong with how it did goes to the findings. */
function judgeClock(
  clock: DeadlineRow,
  seen: {
    readonly dueAt: number;
    /** `perhaps`: begun before the due instant and answered after it, so the clock may have rung meanwhile. */
    readonly stopped: { readonly surely: boolean; readonly perhaps: boolean };
    readonly now: number;
    readonly breaches: readonly BreachRow[];
    readonly events: readonly { readonly recorded_at: Date }[];
    readonly alerts: FinalTables['alerts'];
    readonly found: Findings;
  },
): boolean {
  const { dueAt, stopped, now, breaches, events, alerts, found } = seen;
  const name = `${clock.limb} clock ${clock.deadline_id}`;
  const due = !stopped.perhaps && dueAt < now - MARGIN_MS;
  if (due && breaches.length === 0) found.add('missed', name);
  if (due && breaches.length > 0 && events.length === 0) found.add('missed', `${name} has no event`);
  if (breaches.length > 1 || events.length > 1) found.add('double', name);
  if (stopped.surely && breaches.length + events.length > 0)
    found.add('early', `${name} was stopped in time`);
  for (const { recorded_at } of [...breaches, ...events])
    if (recorded_at.getTime() <= dueAt) found.add('early', name);
  if (new Set(alerts.map(({ key }) => key)).size < alerts.length)
    found.add('double', `${name} has an alert twice`);
  for (const { level, raised_at } of alerts) {
    const from = level === 'warning' ? dueAt - WARNED_BEFORE_MS : dueAt;
    if (raised_at.getTime() < from) found.add('early', `${name}: ${level}`);
  }
  const byTimer = breaches.some((breach) => breach.via !== 'act');
  if (clock.binding && byTimer && !alerts.some(({ level }) => level !== 'warning'))
    found.add('missed', `${name} alerted nobody`);
  return due;
}

interface Stop {
  readonly caseId: string;
  /** When the act began, as its row says, and when its answer was here. */
  readonly recordedAt: number;
  readonly acknowledgedAt: number;
}

/** The conversations of each case: one that is on record after the due instant waits for a second person and stops nothing. */
function stopsByCase(
  acknowledged: readonly Acknowledged[],
  { attempts }: FinalTables,
): ReadonlyMap<string, readonly Stop[]> {
  const recorded = new Map(
    attempts.map(({ attempt_id, recorded_at }) => [attempt_id, recorded_at.getTime()]),
  );
  const stops = acknowledged.flatMap(({ conversation, caseId, at, ids: [id = ''] }): Stop[] => {
    const recordedAt = recorded.get(id);
    if (conversation !== true || caseId === undefined || recordedAt === undefined) return [];
    return [{ caseId, recordedAt, acknowledgedAt: Date.parse(at) }];
  });
  return grouped(stops, ({ caseId }) => caseId);
}

function grouped<Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}
