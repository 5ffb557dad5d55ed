import fc from 'fast-check';
import type { StaffActor } from '../access';
import { DATA_CLASSES, type DataClass } from '../consent';
import type { AgencyId, CaseId, PersonId, PlanContactId, PlanLeadId, TeamId, UserId } from '../ids';
import type { Answering } from '../leave';
import { HOUR, instant, plus } from '../time';
import { closeContact, planContactFault, type PlanContact } from './plan-contact';
import { leadOf, lostLead, moveLead, type PlanLead } from './plan-lead';
import { planLeadMachine, type PlanLeadEvent } from './plan-machines';
import { visibleParts } from './plan-parts';
import { TOLD_TOPICS, TOPIC_CLASS, type ToldEntry } from './told-topics';

const NOW = instant('2026-03-02T10:00:00Z');
const DESK = 'desk' as AgencyId;
const WILLOW = 'willow' as AgencyId;
const ROWAN = 'rowan' as AgencyId;
const OWNER: Answering = { kind: 'duty-lead', agencyId: DESK, teamId: 'team' as TeamId };
const OF_CASE = { caseId: 'case' as CaseId, personId: 'person' as PersonId, handlingAgencyId: DESK };

const OFFER: PlanLead = {
  id: 'lead' as PlanLeadId,
  ...OF_CASE,
  reference: 'WM-TEST',
  agencyId: WILLOW,
  userId: null,
  offeredBy: 'wren' as UserId,
  offeredAt: NOW,
  state: 'offered',
  decidedAt: null,
  ending: null,
  revision: 1,
};

const actor = (name: string, agencyId: AgencyId): StaffActor => ({
  kind: 'staff',
  userId: name as UserId,
  role: agencyId === DESK ? 'first-responder' : 'provider-worker',
  agencyId,
  teamId: null,
});
const ACTORS = [actor('wren', DESK), actor('linnet', WILLOW), actor('plover', WILLOW), actor('rook', ROWAN)];
const EVENTS: readonly PlanLeadEvent[] = ['accept', 'decline', 'withdraw', 'ask-back', 'keep', 'end'];

const move = fc.record({
  by: fc.constantFrom(...ACTORS),
  event: fc.constantFrom(...EVENTS),
  sharing: fc.boolean(),
});

describe('P15 the lead of a plan', () => {
  it('is exactly one at every instant, whatever the order of things', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), fc.boolean(), (moves, workerActive) => {
        let lead = OFFER;
        for (const { by, event, sharing } of moves) {
          const before = lead;
          const moved = moveLead(by, { lead, event, sharing, now: NOW });
          if (moved.kind === 'moved') lead = moved.lead;
          const worker = leadOf({ ...lead, sharing, workerActive }, OWNER);
          const elsewhere =
            (lead.state === 'leading' || lead.state === 'returning') && sharing && workerActive;
          expect(worker.kind).toBe(elsewhere ? 'provider' : 'case-owner');
          if (before.userId !== lead.userId) expect([event, lead.userId]).toEqual(['accept', by.userId]);
          if (lead.state === 'ended') expect(by.agencyId === DESK || before.state === 'ended').toBe(true);
        }
      }),
    );
  });

  it('moves to a service only when one of its own workers accepts while something is shared', () => {
    const accept = (by: StaffActor, sharing = true) =>
      moveLead(by, { lead: OFFER, event: 'accept', sharing, now: NOW });
    expect(accept(actor('linnet', WILLOW))).toMatchObject({ lead: { state: 'leading', userId: 'linnet' } });
    expect(accept(actor('rook', ROWAN))).toEqual({ kind: 'refused', reason: 'not-for-you' });
    expect(accept(actor('wren', DESK))).toEqual({ kind: 'refused', reason: 'not-for-you' });
    expect(accept(actor('linnet', WILLOW), false)).toEqual({ kind: 'refused', reason: 'nothing-shared' });
  });

  it('is given back by whoever leads, and goes back only when the desk takes it', () => {
    const leading: PlanLead = { ...OFFER, state: 'leading', userId: 'linnet' as UserId };
    const back = (by: StaffActor, event: PlanLeadEvent, lead = leading) =>
      moveLead(by, { lead, event, sharing: true, now: NOW });
    expect(back(actor('plover', WILLOW), 'ask-back')).toEqual({ kind: 'refused', reason: 'not-for-you' });
    const asked = back(actor('linnet', WILLOW), 'ask-back');
    expect(asked).toMatchObject({ lead: { state: 'returning', userId: 'linnet' } });
    const returning: PlanLead = { ...leading, state: 'returning' };
    expect(leadOf({ ...returning, sharing: true, workerActive: true }, OWNER).kind).toBe('provider');
    expect(back(actor('wren', DESK), 'end', returning)).toMatchObject({ lead: { ending: 'taken-back' } });
    expect(back(actor('linnet', WILLOW), 'end', returning)).toEqual({
      kind: 'refused',
      reason: 'not-for-you',
    });
    for (const state of planLeadMachine.terminal) {
      expect(back(actor('wren', DESK), 'end', { ...leading, state })).toMatchObject({
        reason: 'already-decided',
      });
    }
  });

  it('ends by itself when what it rests on is gone', () => {
    expect(lostLead({ sharing: true, workerActive: true }, null)).toBeNull();
    expect(lostLead({ sharing: false, workerActive: true }, null)).toBe('sharing-ended');
    expect(lostLead({ sharing: true, workerActive: false }, null)).toBe('worker-left');
    expect(lostLead({ sharing: true, workerActive: true }, NOW)).toBe('case-closed');
  });
});

const contactOf = (agencyId: AgencyId, n: number): PlanContact => ({
  id: `contact-${n}` as PlanContactId,
  ...OF_CASE,
  agencyId,
  userId: 'somebody' as UserId,
  way: 'call',
  at: plus(NOW, (n + 1) * HOUR),
  state: 'planned',
  recordedAt: NOW,
  decidedAt: null,
  revision: 1,
});

describe('P6 what a service reads of a plan', () => {
  const plan = {
    supporters: [DESK, WILLOW, ROWAN].map((agencyId) => ({ agencyId, since: NOW })),
    contacts: [contactOf(DESK, 1), contactOf(WILLOW, 2), contactOf(ROWAN, 3)],
    told: TOLD_TOPICS.flatMap((topic) =>
      [DESK, WILLOW].map((agencyId): ToldEntry => ({
        ...OF_CASE,
        topic,
        agencyId,
        recordedBy: 'somebody' as UserId,
        recordedAt: NOW,
      })),
    ),
  };
  const classes = fc.subarray([...DATA_CLASSES]);
  const read = (given: readonly DataClass[]) =>
    visibleParts(plan, { agencyId: WILLOW, may: (dataClass) => given.includes(dataClass) });

  it('is its own part alone when the person agreed to nothing', () => {
    const { supporters, contacts, told } = read([]);
    for (const part of [...supporters, ...contacts, ...told]) expect(part.agencyId).toBe(WILLOW);
    expect(contacts).toHaveLength(1);
    expect(told).toHaveLength(TOLD_TOPICS.length);
  });

  it('holds of others exactly the classes that the person agreed to', () => {
    fc.assert(
      fc.property(classes, (given) => {
        const { supporters, contacts, told } = read(given);
        const others = given.includes('support-fact') ? 3 : 1;
        expect([supporters.length, contacts.length]).toEqual([others, others]);
        for (const { agencyId, topic } of told) {
          expect(agencyId === WILLOW || given.includes(TOPIC_CLASS[topic])).toBe(true);
        }
      }),
    );
  });

  it('never grows when a consent is withdrawn', () => {
    fc.assert(
      fc.property(classes, fc.constantFrom(...DATA_CLASSES), (given, withdrawn) => {
        const before = read(given);
        const after = read(given.filter((one) => one !== withdrawn));
        expect(before.contacts).toEqual(expect.arrayContaining([...after.contacts]));
        expect(before.told).toEqual(expect.arrayContaining([...after.told]));
      }),
    );
  });
});

describe('a contact in a plan', () => {
  it('lies ahead, within a year', () => {
    expect(planContactFault(NOW, NOW)).toBe('not-ahead');
    expect(planContactFault(plus(NOW, 367 * 24 * HOUR), NOW)).toBe('too-far-ahead');
    expect(planContactFault(plus(NOW, HOUR), NOW)).toBeNull();
  });

  it('is noted once, by its own service, and not before it was to be', () => {
    const contact = contactOf(WILLOW, 1);
    const close = (agencyId: AgencyId, event: 'note-happened' | 'cancel', now = contact.at, from = contact) =>
      closeContact(from, { agencyId, event, now });
    expect(close(WILLOW, 'note-happened')).toEqual({ kind: 'closed', state: 'happened' });
    expect(close(WILLOW, 'note-happened', NOW)).toEqual({ kind: 'refused', reason: 'not-yet' });
    expect(close(WILLOW, 'cancel', NOW)).toEqual({ kind: 'closed', state: 'cancelled' });
    expect(close(DESK, 'cancel')).toEqual({ kind: 'refused', reason: 'not-yours' });
    expect(close(WILLOW, 'cancel', NOW, { ...contact, state: 'happened' })).toMatchObject({
      reason: 'already-noted',
    });
  });
});
