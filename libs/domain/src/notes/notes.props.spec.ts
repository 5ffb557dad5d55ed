import fc from 'fast-check';
import { ROLES, type StaffActor } from '../access/actor';
import type { AgencyId, CaseId, NoteId, PersonId, UserId } from '../ids';
import { HOUR, instant, plus } from '../time';
import {
  DISCLOSURE_WISHES,
  disclosureFault,
  HAND_OVERS,
  LONG_NOTE,
  LONGEST_NOTE,
  mayReadWall,
  mayWriteWall,
  MOST_SESSIONS,
  moveNote,
  NOTE_WALLS,
  noteFault,
  RECORD_WALLS,
  THERAPY_MILESTONE_KINDS,
  therapyMilestoneFault,
  therapyStanding,
  wallsToMoveTo,
  type Note,
  type TherapyMilestone,
} from '.';

const NOW = instant('2026-03-02T10:00:00Z');

const actorOf = (role: StaffActor['role'], userId = 'me'): StaffActor => ({
  kind: 'staff',
  userId: userId as UserId,
  role,
  agencyId: 'agency' as AgencyId,
  teamId: null,
});
const actors = fc.constantFrom(...ROLES).map((role) => actorOf(role));

const NOTE: Note = {
  id: 'note' as NoteId,
  caseId: 'case' as CaseId,
  personId: 'person' as PersonId,
  handlingAgencyId: 'agency' as AgencyId,
  agencyId: 'agency' as AgencyId,
  authorId: 'me' as UserId,
  kind: 'note',
  happenedAt: NOW,
  recordedAt: NOW,
  wish: null,
  handOverTo: [],
  agreedHow: null,
  corrects: null,
  state: 'written',
  movedFrom: null,
  movedBy: null,
  movedAt: null,
};

const written = (change: Partial<Parameters<typeof noteFault>[0]> = {}) =>
  noteFault({
    text: 'Rang.',
    readAgain: false,
    happenedAt: NOW,
    corrected: undefined,
    now: NOW,
    ...change,
  });

describe('who reads which wall', () => {
  it('P7 nobody but the desk and services reads any, and whoever writes behind one reads it', () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...RECORD_WALLS), (actor, wall) => {
        const outsider = !(
          [
            'first-responder',
            'duty-lead',
            'service-manager',
            'provider-worker',
            'provider-coordinator',
          ] as const
        ).includes(actor.role as never);
        expect(outsider && mayReadWall(actor, wall)).toBe(false);
        expect(mayWriteWall(actor, wall) && !mayReadWall(actor, wall)).toBe(false);
      }),
    );
  });

  it('P7 no role of the desk reads advocacy or therapy, and no service reads contact', () => {
    for (const role of ['first-responder', 'duty-lead', 'service-manager'] as const)
      for (const wall of ['advocacy', 'therapy'] as const)
        expect(mayReadWall(actorOf(role), wall)).toBe(false);
    for (const role of ['provider-worker', 'provider-coordinator'] as const)
      expect(mayReadWall(actorOf(role), 'contact')).toBe(false);
  });
});

describe('a note', () => {
  it('is refused at every length that is nothing or too much, asked about when long, and written otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LONGEST_NOTE + 50 }), fc.boolean(), (length, readAgain) => {
        const expected =
          length === 0
            ? 'empty'
            : length > LONGEST_NOTE
              ? 'too-long'
              : length > LONG_NOTE && !readAgain
                ? 'long'
                : null;
        expect(written({ text: 'x'.repeat(length), readAgain })).toBe(expected);
      }),
    );
  });

  it('is never of a time that has not come', () => {
    fc.assert(
      fc.property(fc.integer({ min: -HOUR, max: HOUR }), (ahead) => {
        expect(written({ happenedAt: plus(NOW, ahead) })).toBe(ahead > 0 ? 'in-the-future' : null);
      }),
    );
  });

  it('corrects what is there and was not moved', () => {
    expect(written({ corrected: null })).toBe('nothing-to-correct');
    expect(written({ corrected: { kind: 'note', state: 'moved' } })).toBe('nothing-to-correct');
    expect(written({ corrected: { kind: 'note', state: 'written' } })).toBeNull();
  });

  it('leaves a marker that says nothing of it but when and who', () => {
    fc.assert(
      fc.property(
        actors,
        fc.constantFrom(...NOTE_WALLS),
        fc.constantFrom(...NOTE_WALLS),
        fc.constantFrom('me', 'somebody'),
        (actor, from, to, authorId) => {
          const note = { ...NOTE, authorId: authorId as UserId, kind: 'disclosure', wish: 'now' } as const;
          const moved = moveNote(note, { actor, id: 'new' as NoteId, from, to, now: NOW });
          if (moved.kind === 'refused') return;
          expect(wallsToMoveTo(actor, from)).toContain(to);
          expect(moved.marker).toMatchObject({ state: 'moved', wish: null, handOverTo: [], movedBy: 'me' });
          expect(moved.moved).toMatchObject({ id: 'new', state: 'written', movedFrom: from, authorId });
        },
      ),
    );
  });

  it('is moved once, and only by its author or somebody who leads', () => {
    const move = { id: 'new' as NoteId, from: 'contact', to: 'supervision', now: NOW } as const;
    const other = { ...NOTE, authorId: 'somebody' as UserId };
    expect(moveNote(NOTE, { actor: actorOf('first-responder'), ...move }).kind).toBe('moved');
    expect(moveNote(other, { actor: actorOf('first-responder'), ...move })).toEqual({
      kind: 'refused',
      reason: 'not-yours',
    });
    expect(moveNote(other, { actor: actorOf('duty-lead'), ...move }).kind).toBe('moved');
    expect(moveNote({ ...NOTE, state: 'moved' }, { actor: actorOf('duty-lead'), ...move })).toEqual({
      kind: 'refused',
      reason: 'moved-already',
    });
  });
});

it('a disclosure goes to nobody unless the person wants it now and said how', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DISCLOSURE_WISHES),
      fc.subarray([...HAND_OVERS]),
      fc.constantFrom(null, 'phone' as const),
      (wish, handOverTo, agreedHow) => {
        const fault = disclosureFault({ wish, handOverTo, agreedHow, happenedAt: NOW, now: NOW });
        if (fault === null && handOverTo.length > 0) expect([wish, agreedHow]).toEqual(['now', 'phone']);
        if (handOverTo.length === 0) expect(fault).toBe(agreedHow === null ? null : 'agreed-to-nothing');
      },
    ),
  );
});

describe('milestones of therapy', () => {
  const told = fc.record({
    kind: fc.constantFrom(...THERAPY_MILESTONE_KINDS),
    sessions: fc.integer({ min: 1, max: MOST_SESSIONS + 10 }),
    minutes: fc.integer({ min: 0, max: 600 }),
  });

  it('are only taken in an order in which they can follow, with sessions that never become fewer', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (all) => {
        const taken: Pick<TherapyMilestone, 'kind' | 'sessions' | 'happenedAt'>[] = [];
        for (const { kind, sessions: counted, minutes } of all) {
          const happenedAt = plus(NOW, minutes * 60_000);
          const sessions = kind === 'sessions' ? counted : null;
          const before = therapyStanding(taken);
          const fault = therapyMilestoneFault(taken, {
            kind,
            sessions,
            happenedAt,
            now: plus(NOW, 24 * HOUR),
          });
          if (fault !== null) continue;
          taken.push({ kind, sessions, happenedAt });
          const after = therapyStanding(taken);
          expect(after.sessions).toBeGreaterThanOrEqual(before.sessions);
          expect(after.sessions).toBeLessThanOrEqual(MOST_SESSIONS);
          expect(after.state).not.toBe('not-started');
          if (kind !== 'sessions') expect(after.state).not.toBe(before.state);
        }
        const times = taken.map(({ happenedAt }) => happenedAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});
