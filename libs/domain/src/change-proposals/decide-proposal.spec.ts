import fc from 'fast-check';
import type { Role, StaffActor } from '../access';
import type { AgencyId, UserId } from '../ids';
import { instant, isoOf, MINUTE, type Instant } from '../time';
import { EFFECT_LEAD, effectOf, mayDecideProposal } from './decide-proposal';

const actor = (role: Role, userId: string): StaffActor => ({
  kind: 'staff',
  userId: userId as UserId,
  role,
  agencyId: 'operator' as AgencyId,
  teamId: null,
});
const proposal = { kind: 'policy', state: 'proposed', proposedBy: 'first' as UserId } as const;

describe('who decides about a proposed change', () => {
  it.each(['administrator', 'service-manager'] as const)('another %s approves it', (role) => {
    expect(mayDecideProposal(actor(role, 'second'), { proposal, change: 'approve' })).toEqual({
      kind: 'may',
      state: 'approved',
    });
  });

  it('nobody decides about their own, and only its author takes it back', () => {
    const own = actor('administrator', 'first');
    for (const change of ['approve', 'decline'] as const) {
      expect(mayDecideProposal(own, { proposal, change })).toEqual({
        kind: 'refused',
        reason: 'same-person',
      });
    }
    expect(mayDecideProposal(own, { proposal, change: 'withdraw' })).toEqual({
      kind: 'may',
      state: 'withdrawn',
    });
    expect(mayDecideProposal(actor('administrator', 'second'), { proposal, change: 'withdraw' })).toEqual({
      kind: 'refused',
      reason: 'not-yours',
    });
  });

  it.each(['approved', 'declined', 'withdrawn'] as const)(
    'nothing is decided about one that is %s',
    (state) => {
      for (const change of ['approve', 'decline', 'withdraw'] as const) {
        const decided = { ...proposal, state };
        expect(mayDecideProposal(actor('administrator', 'second'), { proposal: decided, change })).toEqual({
          kind: 'refused',
          reason: 'already-decided',
        });
      }
    },
  );

  it.each(['auditor', 'duty-lead', 'commissioner', 'officer'] as const)('a %s decides nothing', (role) => {
    expect(mayDecideProposal(actor(role, 'second'), { proposal, change: 'approve' })).toEqual({
      kind: 'refused',
      reason: 'not-allowed',
    });
  });
});

describe('who decides about how long records are kept', () => {
  const schedule = { ...proposal, kind: 'retention' } as const;

  it('a service manager alone, for only they see whose records it would let go', () => {
    for (const change of ['approve', 'decline'] as const) {
      expect(mayDecideProposal(actor('service-manager', 'second'), { proposal: schedule, change }).kind).toBe(
        'may',
      );
      for (const role of ['administrator', 'auditor', 'data-protection-officer', 'duty-lead'] as const) {
        expect(mayDecideProposal(actor(role, 'second'), { proposal: schedule, change })).toEqual({
          kind: 'refused',
          reason: 'not-allowed',
        });
      }
    }
  });

  it('its author, the data-protection officer, takes it back', () => {
    const own = actor('data-protection-officer', 'first');
    expect(mayDecideProposal(own, { proposal: schedule, change: 'withdraw' }).kind).toBe('may');
    expect(mayDecideProposal(own, { proposal, change: 'withdraw' }).kind).toBe('refused');
  });
});

describe('when an approved change takes effect', () => {
  const now = instant('2026-03-06T16:34:10Z');

  it('as soon as it can: at the first whole minute that every process knows it by', () => {
    const effect = effectOf({ wanted: null, now });
    expect(effect.kind === 'at' && isoOf(effect.at)).toBe('2026-03-06T16:36:00.000Z');
  });

  it('never backwards, and never before every process knows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 600_000 }), (offset) => {
        const wanted = (now + offset) as Instant;
        const effect = effectOf({ wanted, now });
        expect(effect).toEqual(
          offset < EFFECT_LEAD ? { kind: 'refused', reason: 'too-soon' } : { kind: 'at', at: wanted },
        );
      }),
    );
    expect(EFFECT_LEAD).toBeGreaterThanOrEqual(MINUTE);
  });
});
