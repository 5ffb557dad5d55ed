import type { AgencyId, CaseId, DutyId, PersonId, TrackId } from '../ids';
import { localDate, type Instant } from '../time';
import { isOurs, versionInForce, type CodeVersion, type Entitlement } from './catalogue';
import {
  andThen,
  planned,
  step,
  timingOf,
  withTimer,
  type DutyAround,
  type DutyStep,
  type PlanReason,
} from './clock';
import type { CodeEvent } from './code-events';
import { limitEnds } from './due';
import type { Duty } from './duty';
import { DUTY_OPENED, dutyEvent } from './duty-events';
import type { DutyState } from './duty-machine';

/** Something that happened in a case, as the Code sees it. `id` names the milestone or the entry that told it. */
export interface CaseEvent {
  readonly id: string;
  readonly trackId: TrackId | null;
  readonly event: CodeEvent;
  readonly happenedAt: Instant;
}

/** Whose duties they are. */
export interface DutyCase {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
}

/** What planning looks at: the versions, the case's events that stand, and its duties as they are. */
export interface DutyFacts {
  readonly ofCase: DutyCase;
  readonly versions: readonly CodeVersion[];
  readonly events: readonly CaseEvent[];
  readonly duties: readonly Duty[];
  readonly around: DutyAround;
  readonly newId: () => DutyId;
}

/** Nobody has said yet what became of it. */
export const UNSETTLED: readonly DutyState[] = ['not-due', 'due', 'changed', 'missed', 'not-known'];
const COUNTING: readonly DutyState[] = ['due', 'missed', 'not-known'];

/**
 * What one event of a case does: it opens the entitlements that it opens under the version in force on its day, starts
 * the clocks that wait for it, and sets the limit of the body that comes before. Asked twice it does nothing more.
 */
export function answerEvent(told: CaseEvent, facts: DutyFacts): readonly DutyStep[] {
  const opened = openFor(told, facts);
  const others = facts.duties.flatMap((duty) => {
    const changed = heard(duty, told, facts);
    return changed === null ? [] : [changed];
  });
  return [...opened, ...others];
}

/**
 * What a corrected event does to what the old one opened: what is not settled is planned anew from when it really
 * happened, what was delivered or declined stays as it is and belongs to the corrected event.
 */
export function correctEvent(
  told: CaseEvent,
  { supersedes, facts }: { readonly supersedes: string; readonly facts: DutyFacts },
): readonly DutyStep[] {
  return facts.duties.flatMap((duty) => {
    if (duty.triggerId === supersedes && duty.event === told.event) return [corrected(duty, told, facts)];
    const waits = entitlementOf(facts, duty).clockStartsOn === told.event;
    if (duty.clockBy === supersedes && waits && COUNTING.includes(duty.state))
      return [restarted({ ...duty, clockBy: told.id }, told.happenedAt, facts)];
    return [];
  });
}

/** What an event that never happened had opened ends; a clock that it had started waits again. */
export function withdrawEvent(
  id: string,
  { duties, around }: Pick<DutyFacts, 'duties' | 'around'>,
): readonly DutyStep[] {
  const happenedAt = around.now;
  return duties.flatMap((duty) => {
    if (duty.triggerId === id && UNSETTLED.includes(duty.state))
      return [
        step(duty, 'end', { happenedAt, reason: 'did-not-happen', more: { endReason: 'did-not-happen' } }),
      ];
    if (duty.clockBy === id && COUNTING.includes(duty.state))
      return [step(duty, 'wait', { happenedAt, more: { clockStartedAt: null, clockBy: null, dueAt: null } })];
    return [];
  });
}

/** Enhanced Rights granted: what is open and would be due sooner is planned anew, everything else stays as it was. */
export function replanOpen({
  duties,
  ...facts
}: Pick<DutyFacts, 'duties' | 'versions' | 'around'>): readonly DutyStep[] {
  const { around } = facts;
  const timing = timingOf(around);
  return duties.flatMap((duty) => {
    if (duty.timing === timing || !['not-due', 'due'].includes(duty.state)) return [];
    if (duty.state === 'due' && duty.dueAt !== null && duty.dueAt < around.now) return [];
    const { limits } = entitlementOf(facts, duty);
    if (JSON.stringify(limits.standard) === JSON.stringify(limits.enhanced)) return [];
    const version =
      duty.clockStartedAt === null
        ? null
        : planned(entitlementOf(facts, duty), {
            duty,
            startedAt: duty.clockStartedAt,
            reason: 'enhanced-rights',
            around,
          });
    const plan = version === null ? {} : { dueAt: version.dueAt, version: version.version };
    return [
      step(duty, 'replan', {
        happenedAt: around.now,
        reason: 'enhanced-rights',
        more: { timing, ...plan },
        versions: version === null ? [] : [version],
      }),
    ];
  });
}

/** A duty as it opens, with its clock started where what opens it starts it too. */
export function openDuty(
  entitlement: Entitlement,
  asked: {
    readonly told: CaseEvent;
    readonly round: number;
    readonly codeVersion: string;
    readonly startedAt: Instant | null;
    readonly reason: PlanReason;
    readonly facts: Pick<DutyFacts, 'ofCase' | 'around' | 'newId'>;
  },
): DutyStep {
  const { told, facts, round, codeVersion, startedAt, reason } = asked;
  const duty: Duty = {
    ...facts.ofCase,
    id: facts.newId(),
    codeVersion,
    entitlementId: entitlement.id,
    right: entitlement.right,
    owedBy: entitlement.owedBy,
    handling: entitlement.handling,
    ours: isOurs(entitlement),
    limitsThePerson: entitlement.limitsThePerson,
    event: told.event,
    trackId: told.trackId,
    triggerId: told.id,
    triggeredAt: told.happenedAt,
    round,
    timing: timingOf(facts.around),
    state: 'not-due',
    clockStartedAt: null,
    clockBy: null,
    dueAt: null,
    upstreamDueAt: null,
    version: 0,
    nextFireAt: null,
    promptedAt: null,
    deliveredAt: null,
    evidence: null,
    deliveredBy: null,
    earlyReason: null,
    confirmationAwaited: false,
    chosenAt: null,
    chosenHow: null,
    endReason: null,
    recordedBy: null,
    revision: 1,
  };
  const opened: DutyStep = {
    duty,
    opened: true,
    versions: [],
    events: [dutyEvent(duty, { type: DUTY_OPENED, happenedAt: told.happenedAt })],
  };
  if (startedAt === null) return opened;
  return andThen(opened, (one) =>
    started(one, { entitlement, startedAt, by: null, reason, around: facts.around }),
  );
}

function openFor(told: CaseEvent, facts: DutyFacts): readonly DutyStep[] {
  const { versions, around, duties, events } = facts;
  const version = versionInForce(versions, localDate(told.happenedAt, around.calendar.timezone));
  if (version === null) return [];
  const wanted = version.entitlements.filter(
    (entitlement) =>
      entitlement.opensOn === told.event &&
      (!entitlement.onlyIf.includes('enhanced_rights') || timingOf(around) === 'enhanced') &&
      !isOpened(entitlement, told, duties),
  );
  return wanted.map((entitlement) => {
    const own = entitlement.clockStartsOn === entitlement.opensOn;
    const opened = openDuty(entitlement, {
      told,
      round: 1,
      codeVersion: version.version,
      startedAt: own ? told.happenedAt : null,
      reason: 'opened',
      facts,
    });
    if (own) return opened;
    return events
      .filter(
        (one) => one.trackId === told.trackId && one.happenedAt >= told.happenedAt && one.id !== told.id,
      )
      .toSorted((a, b) => a.happenedAt - b.happenedAt)
      .reduce((so, one) => {
        const next = heard(so.duty, one, facts);
        return next === null ? so : andThen(so, () => next);
      }, opened);
  });
}

/** One that repeats opens once for each event, every other one once for an investigation while it applies. */
function isOpened({ id, repeats }: Entitlement, told: CaseEvent, duties: readonly Duty[]): boolean {
  return duties.some(
    (duty) =>
      duty.entitlementId === id &&
      (duty.triggerId === told.id || (!repeats && concerns(duty, told) && duty.state !== 'not-applicable')),
  );
}

/** What belongs to no investigation of its own belongs to each of them. */
export function concerns({ trackId }: Pick<Duty, 'trackId'>, told: Pick<CaseEvent, 'trackId'>): boolean {
  return trackId === null || trackId === told.trackId;
}

/** What an event means to a duty that waits for it; null when nothing. */
function heard(duty: Duty, told: CaseEvent, facts: Pick<DutyFacts, 'versions' | 'around'>): DutyStep | null {
  if (duty.state !== 'not-due' || !concerns(duty, told) || told.happenedAt < duty.triggeredAt) return null;
  const { around } = facts;
  const entitlement = entitlementOf(facts, duty);
  if (entitlement.clockStartsOn === told.event && entitlement.opensOn !== told.event)
    return started(duty, {
      entitlement,
      startedAt: told.happenedAt,
      by: told.id,
      reason: 'clock-started',
      around,
    });
  const { upstream } = entitlement;
  if (upstream === null || upstream.clockStartsOn !== told.event || duty.upstreamDueAt !== null) return null;
  const upstreamDueAt = limitEnds({
    limit: upstream.limit,
    startedAt: told.happenedAt,
    calendar: around.calendar,
  });
  return step(duty, 'replan', {
    happenedAt: told.happenedAt,
    reason: 'upstream-limit',
    more: { upstreamDueAt },
  });
}

function started(
  duty: Duty,
  asked: {
    readonly entitlement: Entitlement;
    readonly startedAt: Instant;
    readonly by: string | null;
    readonly reason: PlanReason;
    readonly around: DutyAround;
  },
): DutyStep {
  const { entitlement, startedAt, by, reason, around } = asked;
  const version = planned(entitlement, { duty, startedAt, reason, around });
  const plan = version === null ? {} : { dueAt: version.dueAt, version: version.version };
  return step(duty, 'start', {
    happenedAt: startedAt,
    more: { clockStartedAt: startedAt, clockBy: by, timing: timingOf(around), ...plan },
    versions: version === null ? [] : [version],
  });
}

function corrected(duty: Duty, told: CaseEvent, facts: DutyFacts): DutyStep {
  const rekeyed = { ...duty, triggerId: told.id, trackId: told.trackId };
  if (!UNSETTLED.includes(duty.state)) {
    return { duty: { ...rekeyed, revision: duty.revision + 1 }, opened: false, versions: [], events: [] };
  }
  const again = { ...rekeyed, triggeredAt: told.happenedAt };
  if (duty.clockBy === null && COUNTING.includes(duty.state)) return restarted(again, told.happenedAt, facts);
  const next = withTimer({ ...again, revision: duty.revision + 1 });
  return { duty: next, opened: false, versions: [], events: [] };
}

/** A clock that really started at another time: a limit that has not passed then runs again. */
function restarted(duty: Duty, startedAt: Instant, facts: Pick<DutyFacts, 'versions' | 'around'>): DutyStep {
  const { around } = facts;
  const version = planned(entitlementOf(facts, duty), {
    duty,
    startedAt,
    reason: 'milestone-corrected',
    around,
  });
  const ahead = version !== null && version.dueAt >= around.now && duty.state !== 'due';
  return step(duty, ahead ? 'run-again' : 'replan', {
    happenedAt: around.now,
    reason: 'milestone-corrected',
    more: {
      clockStartedAt: startedAt,
      ...(version === null ? {} : { dueAt: version.dueAt, version: version.version }),
    },
    versions: version === null ? [] : [version],
  });
}

/** The row of the catalogue under which a duty was opened. Throws when its version is gone: versions are kept for ever. */
export function entitlementOf(
  { versions }: Pick<DutyFacts, 'versions'>,
  duty: Pick<Duty, 'codeVersion' | 'entitlementId'>,
): Entitlement {
  const found = versions
    .find(({ version }) => version === duty.codeVersion)
    ?.entitlements.find(({ id }) => id === duty.entitlementId);
  if (!found) throw new Error('a duty keeps the version of the Code that opened it');
  return found;
}
