import fc from 'fast-check';
import type { Role, StaffActor } from '../access';
import { answerOffer, offerRefusal, type Handover } from '../handover';
import type { AgencyId, CaseId, HandoverId, LeaveId, TeamId, UserId } from '../ids';
import { HOUR, instant, plus, type Instant } from '../time';
import { isAway, leaveFault, leaveStands, type Leave } from './leave';
import { whoAnswers } from './who-answers';

const START = instant('2026-03-02T00:00:00Z');
const DESK = 'desk' as AgencyId;
const TEAM = 'team' as TeamId;
const PEOPLE = ['clover', 'dill', 'elder'] as const;
type Person = (typeof PEOPLE)[number];

const idOf = (person: Person | null) => person as string as UserId | null;
const roleOf = (person: Person): Role => (person === 'elder' ? 'duty-lead' : 'first-responder');
const actor = (person: Person): StaffActor => ({
  kind: 'staff',
  userId: person as string as UserId,
  role: roleOf(person),
  agencyId: DESK,
  teamId: TEAM,
});

interface Model {
  readonly now: Instant;
  readonly owner: UserId | null;
  readonly closedAt: Instant | null;
  readonly open: Handover | null;
  readonly covers: readonly Handover[];
  readonly leaves: readonly Leave[];
  readonly gone: readonly string[];
}

type Step =
  | { readonly kind: 'offer' | 'cover'; readonly by: Person; readonly to: Person | null }
  | { readonly kind: 'accept' | 'decline' | 'withdraw' | 'take'; readonly by: Person }
  | { readonly kind: 'plan-leave'; readonly who: Person; readonly inHours: number; readonly hours: number }
  | { readonly kind: 'come-back' | 'account-closed'; readonly who: Person }
  | { readonly kind: 'pass'; readonly hours: number }
  | { readonly kind: 'close-case' };

const person = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('offer' as const, 'cover' as const), by: person, to: fc.option(person) }),
  fc.record({
    kind: fc.constantFrom('accept' as const, 'decline' as const, 'withdraw' as const, 'take' as const),
    by: person,
  }),
  fc.record({
    kind: fc.constant('plan-leave' as const),
    who: person,
    inHours: fc.integer({ min: 0, max: 48 }),
    hours: fc.integer({ min: 1, max: 96 }),
  }),
  fc.record({ kind: fc.constantFrom('come-back' as const, 'account-closed' as const), who: person }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 48 }) }),
  fc.record({ kind: fc.constant('close-case' as const) }),
);

function offerOf(model: Model, by: Person, to: UserId | null, change: Partial<Handover>): Handover {
  return {
    id: 'offer' as HandoverId,
    caseId: 'case' as CaseId,
    handlingAgencyId: DESK,
    reference: 'WM-TEST',
    kind: 'assign',
    leaveId: null,
    fromUserId: model.owner,
    toUserId: to,
    offeredBy: by as string as UserId,
    offeredAt: model.now,
    state: 'offered',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
    ...change,
  };
}

const awayNow = ({ leaves, now }: Model, userId: UserId) =>
  leaves.some((leave) => leave.userId === userId && isAway(leave, now));

/** What the use cases do around the rules, in a few lines each. */
function apply(model: Model, next: Step): Model {
  const owned = { ownerUserId: model.owner, closedAt: model.closedAt };
  if ('by' in next && model.gone.includes(next.by)) return model;
  switch (next.kind) {
    case 'offer':
    case 'cover': {
      const to = idOf(next.to);
      const leave = model.leaves.find(({ userId, state }) => userId === model.owner && state === 'planned');
      const cover = next.kind === 'cover' && leave !== undefined && to !== null;
      const change = cover ? { kind: 'leave' as const, leaveId: leave.id } : {};
      const unable = to !== null && (model.gone.includes(to) || awayNow(model, to));
      if (unable || offerRefusal(actor(next.by), owned, to) !== null) return model;
      return { ...model, open: offerOf(model, next.by, to, change) };
    }
    case 'take':
      return model.closedAt === null ? { ...model, owner: idOf(next.by), open: null } : model;
    case 'accept':
    case 'decline':
    case 'withdraw': {
      if (model.open === null) return model;
      const { open, leaves, now } = model;
      const stands = leaves.some((leave) => leave.id === open.leaveId && leaveStands(leave, now));
      const answered = answerOffer(actor(next.by), {
        handover: open,
        owned,
        answer: next.kind,
        leaveStands: stands,
      });
      if (answered.kind === 'refused') return model;
      const covering = next.kind === 'accept' && model.open.kind === 'leave';
      const covers = covering ? [...model.covers, model.open] : model.covers;
      return { ...model, owner: answered.ownerUserId, open: null, covers };
    }
    case 'plan-leave': {
      const span = {
        fromAt: plus(model.now, next.inHours * HOUR),
        toAt: plus(model.now, (next.inHours + next.hours) * HOUR),
      };
      const userId = next.who as string as UserId;
      const others = model.leaves.filter((leave) => leave.userId === userId && leave.state !== 'over');
      if (model.gone.includes(next.who) || leaveFault({ span, others, now: model.now }) !== null)
        return model;
      const id = `leave-${model.leaves.length}` as LeaveId;
      const rest = { agencyId: DESK, state: 'planned', recordedBy: userId, recordedAt: model.now } as const;
      return {
        ...model,
        leaves: [...model.leaves, { id, userId, ...span, ...rest, uncoveredAtStart: null, revision: 1 }],
      };
    }
    case 'come-back':
      return endLeaves(
        model,
        ({ userId }) => userId === (next.who as string) && awayNow(model, userId),
        true,
      );
    case 'pass': {
      const later = { ...model, now: plus(model.now, next.hours * HOUR) };
      return endLeaves(later, ({ toAt }) => toAt <= later.now, false);
    }
    case 'account-closed': {
      const { open } = model;
      const ends =
        open !== null && (open.toUserId === (next.who as string) || open.fromUserId === (next.who as string));
      const owner = model.owner === (next.who as string) ? null : model.owner;
      return { ...model, owner, open: ends ? null : open, gone: [...model.gone, next.who] };
    }
    case 'close-case':
      return { ...model, closedAt: model.closedAt ?? model.now };
  }
}

/** Ends leave and offers back what was covered for it. */
function endLeaves(model: Model, which: (leave: Leave) => boolean, early: boolean): Model {
  return model.leaves
    .filter((leave) => leave.state !== 'over' && which(leave))
    .reduce<Model>((before, leave) => {
      const over: Leave = { ...leave, state: 'over', toAt: early ? before.now : leave.toAt };
      const leaves = before.leaves.map((one) => (one.id === leave.id ? over : one));
      const uncovered = before.open?.kind === 'leave' && before.open.leaveId === leave.id;
      const cover = before.covers.find(
        ({ leaveId, toUserId }) => leaveId === leave.id && toUserId === before.owner,
      );
      const back = cover !== undefined && before.closedAt === null && !before.gone.includes(leave.userId);
      const open = back
        ? offerOf(before, 'elder', leave.userId, {
            kind: 'return',
            leaveId: leave.id,
            offeredBy: leave.userId,
          })
        : uncovered
          ? null
          : before.open;
      return { ...before, leaves, open };
    }, model);
}

const FIRST: Model = {
  now: START,
  owner: null,
  closedAt: null,
  open: null,
  covers: [],
  leaves: [],
  gone: [],
};
const answersAt = (model: Model) =>
  whoAnswers({ ownerUserId: model.owner, ownerTeamId: TEAM, handlingAgencyId: DESK }, (userId) =>
    awayNow(model, userId),
  );

describe('P15 cover', () => {
  it('leaves exactly one who answers at every instant, who works here and is not away', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let model = FIRST;
        for (const next of steps) {
          model = apply(model, next);
          const answering = answersAt(model);
          if (answering.kind === 'person') {
            expect(model.gone).not.toContain(answering.userId);
            expect(awayNow(model, answering.userId)).toBe(false);
            expect(answering.userId).toBe(model.owner);
          } else {
            expect(model.owner === null || awayNow(model, model.owner)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves a case when somebody takes it or says yes, or its owner has left; never because a leave began or ended', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let model = FIRST;
        for (const next of steps) {
          const after = apply(model, next);
          if (after.owner !== model.owner) {
            expect(['accept', 'take', 'account-closed']).toContain(next.kind);
            if (next.kind === 'accept') expect(after.owner).toBe(model.open?.toUserId);
            if (next.kind === 'account-closed') expect(after.owner).toBeNull();
          }
          model = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('comes back to whoever was away only when they say yes', () => {
    const steps: readonly Step[] = [
      { kind: 'take', by: 'clover' },
      { kind: 'plan-leave', who: 'clover', inHours: 1, hours: 24 },
      { kind: 'cover', by: 'clover', to: 'dill' },
      { kind: 'pass', hours: 2 },
    ];
    const uncovered = steps.reduce(apply, FIRST);
    expect(answersAt(uncovered)).toMatchObject({ kind: 'duty-lead' });
    const covered = apply(uncovered, { kind: 'accept', by: 'dill' });
    expect(answersAt(covered)).toEqual({ kind: 'person', userId: 'dill' });
    const back = apply(covered, { kind: 'pass', hours: 48 });
    expect(back.open).toMatchObject({ kind: 'return', fromUserId: 'dill', toUserId: 'clover' });
    expect(answersAt(back)).toEqual({ kind: 'person', userId: 'dill' });
    expect(answersAt(apply(back, { kind: 'accept', by: 'dill' }))).toEqual({
      kind: 'person',
      userId: 'dill',
    });
    expect(answersAt(apply(back, { kind: 'accept', by: 'clover' }))).toEqual({
      kind: 'person',
      userId: 'clover',
    });
  });
});
