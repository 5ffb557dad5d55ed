import type { AttemptRecord, BookingRecord, CheckId, ExhaustedRecord, FollowUpRecord } from '#libs/casework';
import type {
  AttemptPolicy,
  CallBackFlag,
  CaseId,
  Instant,
  OpeningHours,
  RouteId,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { attemptPolicyInForce } from '../attempt-policy';
import { CallBackRow } from '../call-backs';
import { CheckRow } from '../checks';
import { dateOf } from '../columns';
import { AttemptRow, followUpOf, FollowUpRow } from '../contact-attempts';
import { BookingRow, ExhaustedRow } from '../contact-needs';

/** A call that was promised for a time, as its page tells it. */
export interface CallBackLine {
  readonly at: Instant;
  readonly madeBy: UserId;
  readonly flags: readonly CallBackFlag[];
}

/** That enough was tried: put forward, and perhaps signed. */
export interface ExhaustedLine extends ExhaustedRecord {
  readonly state: 'waiting' | 'confirmed' | 'declined';
  readonly revision: number;
  readonly decidedBy: UserId | null;
}

/** All that a caller needs to know of how contact stands, in codes and times. */
export interface CaseContact {
  readonly attempts: readonly AttemptRecord[];
  readonly followUps: readonly FollowUpRecord[];
  readonly callBack: CallBackLine | null;
  readonly bookings: readonly BookingRecord[];
  readonly exhausted: ExhaustedLine | null;
  readonly policy: AttemptPolicy;
  /** The hours by which working days are counted. */
  readonly desk: OpeningHours;
  /** Routes whose card lists somebody who may answer. */
  readonly othersMayAnswer: readonly RouteId[];
}

export async function caseContact(
  manager: EntityManager,
  { caseId, openedAt, now }: { caseId: CaseId; openedAt: Instant; now: Instant },
): Promise<CaseContact> {
  const where = { caseId };
  const open = await manager.findOne(CallBackRow, { where: { caseId }, order: { madeAt: 'DESC' } });
  return {
    attempts: await manager.find(AttemptRow, { where, order: { happenedAt: 'ASC', recordedAt: 'ASC' } }),
    followUps: (await manager.find(FollowUpRow, { where })).map(followUpOf),
    callBack: open?.ended === null ? open : null,
    bookings: await manager.find(BookingRow, { where, order: { recordedAt: 'ASC' } }),
    exhausted: await latestExhausted(manager, caseId),
    policy: await attemptPolicyInForce(manager, openedAt),
    desk: await deskOf(manager, { caseId, now }),
    othersMayAnswer: await answeredByOthers(manager, caseId),
  };
}

async function latestExhausted(manager: EntityManager, caseId: CaseId): Promise<ExhaustedLine | null> {
  const record = await manager.findOne(ExhaustedRow, { where: { caseId }, order: { recordedAt: 'DESC' } });
  const check =
    record &&
    (await manager.findOne(CheckRow, { where: { id: record.checkId as CheckId, kind: 'exhausted' } }));
  if (!record || !check) return null;
  const { state, revision, decidedBy } = check;
  return { ...record, state, revision, decidedBy };
}

async function deskOf(
  manager: EntityManager,
  { caseId, now }: { caseId: CaseId; now: Instant },
): Promise<OpeningHours> {
  const [row] = await manager.query<{ hours: OpeningHours }[]>(
    `select c.hours from app.deadline d
     join app.policy_version p on p.policy_id = d.policy_id and p.version = d.policy_version
     join app.calendar_version c on c.calendar_id = p.body ->> 'calendar' and c.effective_from <= $2
     where d.case_id = $1 order by c.effective_from desc, c.version desc limit 1`,
    [caseId, dateOf(now)],
  );
  if (!row) throw new Error('every case has a deadline under a calendar');
  return row.hours;
}

async function answeredByOthers(manager: EntityManager, caseId: CaseId): Promise<readonly RouteId[]> {
  const rows = await manager.query<{ route_id: RouteId }[]>(
    `select r.route_id from app.contact_route r join app.case_file c using (person_id)
     where c.case_id = $1 and r.others_may_answer`,
    [caseId],
  );
  return rows.map(({ route_id }) => route_id);
}
