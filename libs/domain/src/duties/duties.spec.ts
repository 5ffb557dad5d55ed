import { instant, isoOf } from '../time';
import type { UserId } from '../ids';
import { faultsOf, type Machine } from '../machine';
import {
  confirmDelivery,
  declineDuty,
  deliverDuty,
  endDuty,
  fireDuty,
  sayNotDelivered,
  takeBackDelivery,
} from './acts';
import { aVersion, anEntitlement, around, facts, told } from './duties.samples';
import type { Duty } from './duty';
import { dutyMachine } from './duty-machine';
import { answerEvent, correctEvent, withdrawEvent } from './open';

/** Friday 5 March 2027, 10:00. */
const ARREST = '2027-03-05T10:00:00Z';
const BY = 'user-1' as UserId;

function opened(event: Parameters<typeof told>[0] = 'suspect_arrested', now = ARREST): Duty {
  const [step] = answerEvent(told(event, ARREST), facts([], around(now)));
  if (!step) throw new Error('nothing opened');
  return step.duty;
}
const due = ({ dueAt }: Duty) => dueAt && isoOf(dueAt);
const delivered = (duty: Duty, at: string, now = at) =>
  deliverDuty(duty, {
    at: instant(at),
    now: instant(now),
    by: BY,
    evidence: 'person-said',
    earlyReason: null,
  });

describe('a duty', () => {
  it('has a sound machine', () => {
    expect(faultsOf(dutyMachine as Machine<string, string>)).toEqual([]);
  });

  it('opens under the version in force on the day of its trigger, and keeps it', () => {
    const versions = [
      aVersion({ inForceTo: '2027-04-01' }),
      aVersion({
        version: '2027',
        inForceFrom: '2027-04-01',
        entitlements: [
          anEntitlement({
            limits: {
              standard: { unit: 'working_day', value: 3 },
              enhanced: { unit: 'working_day', value: 1 },
            },
          }),
        ],
      }),
    ];
    const at = (iso: string) => {
      const steps = answerEvent(
        told('suspect_arrested', iso),
        facts([], around('2027-05-01T00:00:00Z'), { versions }),
      );
      return steps.map(({ duty }) => [duty.codeVersion, due(duty)]);
    };
    expect(at('2027-03-31T22:59:59Z')).toEqual([['2021', '2027-04-07T22:59:59.000Z']]);
    expect(at('2027-03-31T23:00:00Z')).toEqual([['2027', '2027-04-06T22:59:59.000Z']]);
    expect(at('2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('waits for the body before, whose own limit stands apart, in whatever order both are told', () => {
    const bail = told('court_bail_decision', ARREST, 'bail');
    const outcome = told('relevant_hearing_outcome', '2027-03-05T11:00:00Z', 'outcome');
    const unit = told('wcu_received_from_court', '2027-03-09T11:00:00Z', 'unit');
    const now = around('2027-03-10T10:00:00Z');
    const inOrder = [bail, outcome, unit].reduce<readonly Duty[]>((duties, event) => {
      const changed = new Map(duties.map((duty) => [duty.id, duty]));
      for (const { duty } of answerEvent(event, facts(duties, now))) changed.set(duty.id, duty);
      return [...changed.values()];
    }, []);
    const [backwards] = answerEvent(bail, facts([], now, { events: [unit, outcome, bail] }));
    for (const duty of [inOrder[0], backwards?.duty]) {
      if (!duty) throw new Error('nothing opened');
      expect(duty).toMatchObject({ state: 'due', clockBy: 'unit' });
      expect(due(duty)).toBe('2027-03-16T23:59:59.000Z');
      expect(duty.upstreamDueAt && isoOf(duty.upstreamDueAt)).toBe('2027-03-12T23:59:59.000Z');
    }
  });

  it('is in time up to its last second, and late a second after', () => {
    const duty = opened();
    expect(due(duty)).toBe('2027-03-12T23:59:59.000Z');
    expect(delivered(duty, '2027-03-12T23:59:59Z')).toMatchObject({ step: { duty: { state: 'delivered' } } });
    expect(delivered(duty, '2027-03-13T00:00:00Z')).toMatchObject({
      step: { duty: { state: 'delivered-late' } },
    });
  });

  it('of another body ends in silence as not known, and is known when somebody says so later', () => {
    const silent = fireDuty(opened(), { now: instant('2027-03-13T00:00:00Z'), safe: true });
    expect(silent?.duty).toMatchObject({ state: 'not-known', nextFireAt: null });
    expect(silent?.events[0]).toMatchObject({ happenedAt: instant('2027-03-12T23:59:59Z') });
    const duty = silent?.duty as Duty;
    expect(delivered(duty, '2027-03-10T10:00:00Z', '2027-03-20T10:00:00Z')).toMatchObject({
      step: { duty: { state: 'delivered', confirmationAwaited: false } },
    });
    const said = sayNotDelivered(duty, { by: BY, now: instant('2027-03-20T10:00:00Z') });
    expect(said).toMatchObject({ step: { duty: { state: 'missed' } } });
  });

  it('of this service is a miss, and a late entry counts as late until a second person confirms it', () => {
    const missed = fireDuty(opened('complaint_received'), {
      now: instant('2027-04-01T10:00:00Z'),
      safe: true,
    })?.duty as Duty;
    expect(missed.state).toBe('missed');
    const claimed = delivered(missed, '2027-03-10T10:00:00Z', '2027-04-02T10:00:00Z');
    if (claimed.kind === 'refused') throw new Error(claimed.reason);
    const { duty } = claimed.step;
    expect(duty).toMatchObject({ state: 'delivered-late', confirmationAwaited: true });
    const now = instant('2027-04-03T10:00:00Z');
    expect(confirmDelivery(duty, { by: BY, now })).toMatchObject({ reason: 'own-entry' });
    expect(confirmDelivery(duty, { by: 'user-2' as UserId, now })).toMatchObject({
      step: { duty: { state: 'delivered' } },
    });
    const ended = endDuty(missed, { reason: 'condition-not-met', by: BY, now });
    expect(ended).toMatchObject({ kind: 'refused' });
  });

  it('that is declined after its limit takes no miss away', () => {
    const missed = fireDuty(opened('complaint_received'), {
      now: instant('2027-04-01T10:00:00Z'),
      safe: true,
    })?.duty as Duty;
    const decline = (at: string) =>
      declineDuty(missed, {
        choice: 'declined',
        at: instant(at),
        how: 'phone',
        mayDecline: true,
        by: BY,
        now: instant('2027-04-01T10:00:00Z'),
      });
    expect(decline('2027-03-30T10:00:00Z')).toMatchObject({ reason: 'time-had-run-out' });
    expect(decline('2027-03-18T10:00:00Z')).toMatchObject({ step: { duty: { state: 'declined' } } });
  });

  it('asks somebody to remind the person of their own limit once, half-way and where that is safe', () => {
    const duty = opened('sentence_passed');
    expect(duty.nextFireAt && isoOf(duty.nextFireAt)).toBe('2027-03-19T16:29:59.000Z');
    const now = instant('2027-03-20T10:00:00Z');
    const prompted = fireDuty(duty, { now, safe: true });
    expect(prompted?.events.map(({ type }) => type)).toEqual(['duty.prompted']);
    expect(fireDuty(duty, { now, safe: false })?.events).toEqual([]);
    expect(fireDuty(prompted?.duty as Duty, { now, safe: true })).toBeNull();
    expect(
      fireDuty(prompted?.duty as Duty, { now: instant('2027-05-01T10:00:00Z'), safe: true })?.duty.state,
    ).toBe('not-known');
  });

  it('runs again where a corrected milestone moves its limit ahead', () => {
    const silent = fireDuty(opened(), { now: instant('2027-03-13T10:00:00Z'), safe: true })?.duty as Duty;
    const right = told('suspect_arrested', '2027-03-11T10:00:00Z', 'trigger-2');
    const now = around('2027-03-13T10:00:00Z');
    const [step] = correctEvent(right, { supersedes: 'trigger-1', facts: facts([silent], now) });
    expect(step?.duty).toMatchObject({ state: 'due', triggerId: 'trigger-2' });
    expect(step && due(step.duty)).toBe('2027-03-18T23:59:59.000Z');
    expect(answerEvent(right, facts(step ? [step.duty] : [], now))).toEqual([]);
  });

  it('ends when its milestone never happened, unless it was delivered', () => {
    const now = around('2027-03-08T10:00:00Z');
    const duty = opened();
    expect(withdrawEvent('trigger-1', facts([duty], now))[0]?.duty).toMatchObject({
      state: 'not-applicable',
      endReason: 'did-not-happen',
    });
    const told = delivered(duty, '2027-03-06T10:00:00Z');
    if (told.kind === 'refused') throw new Error(told.reason);
    expect(withdrawEvent('trigger-1', facts([told.step.duty], now))).toEqual([]);
    const back = takeBackDelivery(told.step.duty, { by: BY, now: now.now });
    expect(back).toMatchObject({ step: { duty: { state: 'due', deliveredAt: null, dueAt: duty.dueAt } } });
  });
});
