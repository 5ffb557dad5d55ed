import fc from 'fast-check';
import type { Role, StaffActor } from '../access';
import type { AgencyId, CaseId, HandoverId, UserId } from '../ids';
import { instant, type Instant } from '../time';
import { answerOffer, offerRefusal, type Handover, type Owned } from './handover';
import type { HandoverEvent } from './handover-machine';

const NOW = instant('2026-03-02T10:00:00Z');
const DESK = 'desk' as AgencyId;
const PEOPLE = ['clover', 'dill', 'elder'] as const;
type Person = (typeof PEOPLE)[number];

function actor(person: Person): StaffActor {
  const role: Role = person === 'elder' ? 'duty-lead' : 'first-responder';
  return { kind: 'staff', userId: person as string as UserId, role, agencyId: DESK, teamId: null };
}

interface Model {
  readonly owned: Owned;
  readonly open: Handover | null;
  readonly gone: readonly Person[];
}

type Step =
  | { readonly kind: 'offer'; readonly by: Person; readonly to: Person | null }
  | { readonly kind: HandoverEvent; readonly by: Person }
  | { readonly kind: 'take'; readonly by: Person }
  | { readonly kind: 'leave'; readonly who: Person }
  | { readonly kind: 'close' };

const person = fc.constantFrom(...PEOPLE);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('offer' as const), by: person, to: fc.option(person) }),
  fc.record({
    kind: fc.constantFrom('accept' as const, 'decline' as const, 'withdraw' as const),
    by: person,
  }),
  fc.record({ kind: fc.constant('take' as const), by: person }),
  fc.record({ kind: fc.constant('leave' as const), who: person }),
  fc.record({ kind: fc.constant('close' as const) }),
);

function offered(by: Person, to: Person | null, owned: Owned): Handover {
  return {
    id: 'offer' as HandoverId,
    caseId: 'case' as CaseId,
    handlingAgencyId: DESK,
    reference: 'WM-TEST',
    kind: 'assign',
    leaveId: null,
    fromUserId: owned.ownerUserId,
    toUserId: to as UserId | null,
    offeredBy: by as string as UserId,
    offeredAt: NOW,
    state: 'offered',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
  };
}

/** What the use cases do around the rules, in a few lines. */
function apply(model: Model, step: Step): Model {
  const { owned, open, gone } = model;
  if ('by' in step && gone.includes(step.by)) return model;
  switch (step.kind) {
    case 'offer': {
      if (step.to !== null && gone.includes(step.to)) return model;
      const refused = offerRefusal(actor(step.by), owned, step.to as UserId | null) !== null;
      return refused ? model : { ...model, open: offered(step.by, step.to, owned) };
    }
    case 'take':
      return owned.closedAt === null ? { ...model, owned: ownedBy(step.by, owned), open: null } : model;
    case 'leave': {
      const back = owned.ownerUserId === (step.who as string) ? ownedBy(null, owned) : owned;
      const ended = open !== null && [open.toUserId, open.fromUserId].includes(step.who as string as UserId);
      return { owned: back, open: ended ? null : open, gone: [...gone, step.who] };
    }
    case 'close':
      return { ...model, owned: { ...owned, closedAt: NOW } };
    default: {
      if (open === null) return model;
      const answered = answerOffer(actor(step.by), {
        handover: open,
        owned,
        answer: step.kind,
        leaveStands: false,
      });
      if (answered.kind === 'refused') return model;
      return { ...model, owned: { ...owned, ownerUserId: answered.ownerUserId }, open: null };
    }
  }
}

function ownedBy(who: Person | null, owned: Owned): Owned {
  return { ...owned, ownerUserId: who as UserId | null };
}

const START: Model = { owned: { ownerUserId: null, closedAt: null }, open: null, gone: [] };
const closedAtOf = ({ owned }: Model): Instant | null => owned.closedAt;

describe('P15 hand-overs', () => {
  it('leave exactly one accountable owner, who is still there, whatever the order of things', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let model = START;
        for (const step of steps) {
          const after = apply(model, step);
          const { ownerUserId } = after.owned;
          expect(ownerUserId === null || !after.gone.includes(ownerUserId as string as Person)).toBe(true);
          expect(
            closedAtOf(model) === null ||
              after.owned.ownerUserId === model.owned.ownerUserId ||
              step.kind === 'leave',
          ).toBe(true);
          model = after;
        }
      }),
    );
  });

  it('move a case only when the receiver acknowledges, takes it, or the owner leaves', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 40 }), (steps) => {
        let model = START;
        for (const step of steps) {
          const after = apply(model, step);
          if (after.owned.ownerUserId !== model.owned.ownerUserId) {
            expect(['accept', 'take', 'leave']).toContain(step.kind);
            if (step.kind === 'accept') {
              expect(after.owned.ownerUserId).toBe(model.open?.toUserId);
              expect(model.owned.ownerUserId).toBe(model.open?.fromUserId);
              expect(after.owned.ownerUserId ?? 'elder').toBe(step.by);
            }
            if (step.kind === 'take') expect(after.owned.ownerUserId).toBe(step.by);
            if (step.kind === 'leave') expect(after.owned.ownerUserId).toBeNull();
          }
          model = after;
        }
      }),
    );
  });

  it('are no way to give away what is a colleague’s, unless the giver leads', () => {
    const dills: Owned = { ownerUserId: 'dill' as UserId, closedAt: null };
    expect(offerRefusal(actor('clover'), dills, 'elder' as UserId)).toBe('not-yours-to-give');
    expect(offerRefusal(actor('elder'), dills, 'clover' as UserId)).toBeNull();
    expect(offerRefusal(actor('dill'), dills, null)).toBeNull();
    expect(offerRefusal(actor('elder'), dills, 'dill' as UserId)).toBe('theirs-already');
    expect(offerRefusal(actor('dill'), { ...dills, closedAt: NOW }, null)).toBe('case-closed');
  });

  it('are answered by whoever they are for, once', () => {
    const owned: Owned = { ownerUserId: null, closedAt: null };
    const handover = offered('elder', 'dill', owned);
    const ask = (by: Person, answer: HandoverEvent, change: Partial<Handover> = {}) =>
      answerOffer(actor(by), {
        handover: { ...handover, ...change },
        owned,
        answer,
        leaveStands: false,
      });
    expect(ask('clover', 'accept')).toEqual({ kind: 'refused', reason: 'not-for-you' });
    expect(ask('elder', 'accept')).toEqual({ kind: 'refused', reason: 'not-for-you' });
    expect(ask('clover', 'withdraw')).toEqual({ kind: 'refused', reason: 'not-for-you' });
    expect(ask('dill', 'accept')).toEqual({ kind: 'answered', state: 'accepted', ownerUserId: 'dill' });
    expect(ask('dill', 'accept', { state: 'accepted' })).toMatchObject({ reason: 'already-answered' });
    expect(ask('dill', 'accept', { fromUserId: 'clover' as UserId })).toMatchObject({
      reason: 'owner-changed',
    });
    expect(ask('dill', 'accept', { kind: 'leave' })).toEqual({ kind: 'refused', reason: 'leave-over' });
    expect(ask('dill', 'decline', { kind: 'leave' })).toMatchObject({ state: 'declined' });
    expect(ask('elder', 'withdraw')).toMatchObject({
      kind: 'answered',
      state: 'withdrawn',
      ownerUserId: null,
    });
  });
});
