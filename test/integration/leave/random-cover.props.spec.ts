import fc from 'fast-check';
import {
  AcceptHandover,
  AssignCases,
  ChangeLeave,
  CloseHandover,
  NoteLeave,
  PlanLeave,
  ReleaseCasesOf,
  TakeCase,
} from '#libs/casework';
import {
  HOUR,
  instant,
  isoOf,
  plus,
  type CaseId,
  type HandoverId,
  type Instant,
  type LeaveId,
  type UserId,
} from '#libs/domain';
import { onlyOnce, SERVICE, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const PEOPLE = ['responder', 'responder-two', 'lead'] as const;
type Person = (typeof PEOPLE)[number];

type Step =
  | { readonly kind: 'offer'; readonly by: Person; readonly to: Person; readonly cover: boolean }
  | { readonly kind: 'accept' | 'decline' | 'take' | 'come-back'; readonly by: Person }
  | { readonly kind: 'leave'; readonly by: Person; readonly inHours: number; readonly hours: number }
  | { readonly kind: 'release'; readonly by: Person }
  | { readonly kind: 'pass'; readonly hours: number };

const person = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('offer' as const), by: person, to: person, cover: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('accept' as const, 'decline' as const, 'take' as const, 'come-back' as const),
    by: person,
  }),
  fc.record({
    kind: fc.constant('leave' as const),
    by: person,
    inHours: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: 2, max: 40 }),
  }),
  fc.record({ kind: fc.constant('release' as const), by: person }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 24 }) }),
);

const instance = useInstance();
const acts = new PromiseActs(instance);
const idOf = (key: Person): UserId => instance().persona(key).userId;

interface Standing {
  readonly owner: UserId | null;
  readonly revision: number;
  readonly offers: number;
  readonly offer: HandoverId | null;
  readonly ownerActive: boolean;
}

/** What the database says of the case at this instant, with its own clock. */
async function standing(caseId: CaseId): Promise<Standing> {
  const [row] = await instance().admin<Standing>(
    `select c.owner_user_id as owner, c.revision,
       (select count(*)::integer from app.handover h where h.case_id = c.case_id and h.state = 'offered') as offers,
       (select h.handover_id from app.handover h where h.case_id = c.case_id and h.state = 'offered') as offer,
       c.owner_user_id is null or exists (
         select 1 from app.staff_user u where u.user_id = c.owner_user_id and u.state = 'active') as "ownerActive"
     from app.case_file c where c.case_id = $1`,
    [caseId],
  );
  if (!row) throw new Error('no such case');
  return row;
}

/**
 * Cover for a leave that is noted as over: still offered, or held by somebody who has it only as cover while nobody
 * offers it back. The owner who covers may have declined to give it up only by keeping it: then somebody acted.
 */
async function coverThatOutlived(caseId: CaseId): Promise<readonly unknown[]> {
  return instance().admin(
    `select h.state, h.leave_id from app.handover h join app.staff_leave l on l.leave_id = h.leave_id
     join app.case_file c on c.case_id = h.case_id
     where h.case_id = $1 and h.kind = 'leave' and l.state in ('over', 'cancelled') and (
       h.state = 'offered'
       or (h.state = 'accepted' and c.owner_user_id = h.to_user_id
         and h.handover_id = (select x.handover_id from app.handover x
           where x.case_id = h.case_id and x.state = 'accepted' order by x.decided_at desc, x.handover_id desc limit 1)
         and not exists (select 1 from app.handover b
           where b.case_id = h.case_id and b.kind = 'return' and b.leave_id = h.leave_id and b.state <> 'accepted'))
     )`,
    [caseId],
  );
}

async function doStep(caseId: CaseId, next: Step, now: Instant): Promise<Instant> {
  const { webWork, workerWork, ids, persona, setNow } = instance();
  const { revision, offer } = await standing(caseId);
  const handoverIds = offer === null ? [] : [offer];
  switch (next.kind) {
    case 'offer': {
      const leaveId = next.cover ? await liveLeaveOf(next.by) : null;
      const cover = leaveId === null ? {} : { leaveId };
      const input = { cases: [{ caseId, revision }], toUserId: idOf(next.to), ...cover };
      await new AssignCases(webWork, ids).execute(persona(next.by), input, onlyOnce());
      return now;
    }
    case 'accept':
      await new AcceptHandover(webWork).execute(persona(next.by), { handoverIds }, onlyOnce());
      return now;
    case 'decline': {
      const input = { handoverIds, answer: 'decline' as const };
      await new CloseHandover(webWork).execute(persona(next.by), input, onlyOnce());
      return now;
    }
    case 'take':
      await new TakeCase(webWork).execute(persona(next.by), { caseId, revision }, onlyOnce());
      return now;
    case 'leave': {
      const fromAt = plus(now, next.inHours * HOUR);
      const input = { userId: idOf(next.by), fromAt, toAt: plus(fromAt, next.hours * HOUR) };
      await new PlanLeave(webWork, ids).execute(persona(next.by), input, onlyOnce());
      return now;
    }
    case 'come-back': {
      const leaveId = await liveLeaveOf(next.by);
      if (leaveId === null) return now;
      const leave = await webWork.run(persona(next.by), (tx) => tx.leaves.find(leaveId));
      const request = { leaveId, revision: leave?.revision ?? 0, change: 'come-back' as const };
      await new ChangeLeave(webWork, ids).execute(persona(next.by), request, onlyOnce());
      return now;
    }
    case 'release':
      await new ReleaseCasesOf(workerWork).execute(SERVICE, idOf(next.by));
      return now;
    case 'pass': {
      const later = plus(now, next.hours * HOUR);
      await setNow(isoOf(later));
      await new NoteLeave(workerWork, ids).execute({ limit: 50 });
      return later;
    }
  }
}

async function liveLeaveOf(key: Person): Promise<LeaveId | null> {
  const [row] = await instance().admin<{ leave_id: LeaveId }>(
    `select leave_id from app.staff_leave where user_id = $1 and state in ('planned', 'away') order by from_at limit 1`,
    [idOf(key)],
  );
  return row?.leave_id ?? null;
}

describe('P15 cover in the database', () => {
  it('leaves one owner or the duty lead, at most one offer, and moves a case only when somebody acts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
        const { setNow, admin } = instance();
        await admin(
          `update app.staff_leave set state = 'cancelled', next_look_at = null where next_look_at is not null`,
        );
        await setNow('2026-03-02T10:00:00Z');
        let now = instant('2026-03-02T10:00:00Z');
        const { caseId } = await acts.refer('2026-03-02T09:00:00Z');
        for (const next of steps) {
          const before = await standing(caseId);
          now = await doStep(caseId, next, now);
          const after = await standing(caseId);
          expect(after.offers).toBeLessThanOrEqual(1);
          expect(after.ownerActive).toBe(true);
          expect(await coverThatOutlived(caseId)).toEqual([]);
          if (after.owner === before.owner) continue;
          // An offer to oneself is taking the case.
          expect(['accept', 'take', 'release', 'offer']).toContain(next.kind);
          if (next.kind === 'release') expect(after.owner).toBeNull();
          else if ('by' in next) expect(after.owner).toBe(idOf(next.by));
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
