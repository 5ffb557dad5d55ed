import type { CaseId, Instant, PersonId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** Who saw what, when and why; people are ids here, for the auditor works without names. */
export interface AccessLine {
  readonly accessId: string;
  readonly seenAt: Instant;
  readonly actorId: UserId;
  readonly role: string;
  readonly personId: PersonId;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly what: string;
  readonly basis: string;
}

export interface AccessQuery {
  readonly reference: string | null;
  readonly actorId: UserId | null;
  readonly after: { readonly seenAt: Instant; readonly accessId: string } | null;
  readonly limit: number;
}

export async function accessLines(
  manager: EntityManager,
  { reference, actorId, after, limit }: AccessQuery,
): Promise<readonly AccessLine[]> {
  const rows = await manager.query<(Omit<AccessLine, 'seenAt'> & { seenAt: Date })[]>(
    `select a.access_id as "accessId", a.seen_at as "seenAt", a.actor_id as "actorId", a.role,
       a.person_id as "personId", a.case_id as "caseId", c.reference, a.what, a.basis
     from app.access_log a left join app.case_file c on c.case_id = a.case_id
     where ($2::text is null or c.reference = $2) and ($3::uuid is null or a.actor_id = $3)
       and ($4::uuid is null or (a.seen_at, a.access_id) < ($5::timestamptz, $4::uuid))
     order by a.seen_at desc, a.access_id desc limit $1`,
    [limit, reference, actorId, after?.accessId ?? null, after === null ? null : new Date(after.seenAt)],
  );
  return rows.map((row) => ({ ...row, seenAt: instantOf(row.seenAt) }));
}

/** The case behind a reference, for pages that look cases up by what people say on the phone. */
export async function caseByReference(manager: EntityManager, reference: string): Promise<CaseId | null> {
  const [row] = await manager.query<{ case_id: CaseId }[]>(
    'select case_id from app.case_file where reference = $1',
    [reference],
  );
  return row?.case_id ?? null;
}
