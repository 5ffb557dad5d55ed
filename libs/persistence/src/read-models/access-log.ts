import type { Access } from '#libs/casework';
import { isoOf, type CaseId, type Instant, type PersonId, type ReferralId, type UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { accessHash } from '../access-log';
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
  readonly what: Access['what'];
  readonly basis: string;
  /** Whether the entry still gives the hash that it was written with (P9). */
  readonly asWritten: boolean;
}

export interface AccessQuery {
  readonly reference: string | null;
  readonly actorId: UserId | null;
  readonly personId: PersonId | null;
  readonly after: { readonly seenAt: Instant; readonly accessId: string } | null;
  readonly limit: number;
}

export async function accessLines(
  manager: EntityManager,
  { reference, actorId, personId, after, limit }: AccessQuery,
): Promise<readonly AccessLine[]> {
  const rows = await manager.query<Stored[]>(
    `select a.access_id as "accessId", a.seen_at as "seenAt", a.actor_id as "actorId", a.role,
       a.person_id as "personId", a.case_id as "caseId", c.reference, a.what, a.basis,
       a.agency_id as "agencyId", encode(a.leaf_hash, 'hex') as "leafHash"
     from app.access_log a left join app.case_file c on c.case_id = a.case_id
     where ($2::text is null or c.reference = $2) and ($3::uuid is null or a.actor_id = $3)
       and ($4::uuid is null or (a.seen_at, a.access_id) < ($5::timestamptz, $4::uuid))
       and ($6::uuid is null or a.person_id = $6)
     order by a.seen_at desc, a.access_id desc limit $1`,
    [
      limit,
      reference,
      actorId,
      after?.accessId ?? null,
      after === null ? null : new Date(after.seenAt),
      personId,
    ],
  );
  return rows.map(({ agencyId, leafHash, ...row }) => {
    const seenAt = instantOf(row.seenAt);
    return {
      ...row,
      seenAt,
      asWritten: accessHash({ ...row, agencyId, seenAt: isoOf(seenAt) }) === leafHash,
    };
  });
}

type Stored = Omit<AccessLine, 'seenAt' | 'asWritten'> & {
  readonly seenAt: Date;
  readonly agencyId: string;
  readonly leafHash: string;
};

/** The case behind a reference, for pages that look cases up by what people say on the phone. */
export async function caseByReference(manager: EntityManager, reference: string): Promise<CaseId | null> {
  const [row] = await manager.query<{ case_id: CaseId }[]>(
    'select case_id from app.case_file where reference = $1',
    [reference],
  );
  return row?.case_id ?? null;
}

/** The referral behind a reference, as far as the reader may see it. */
export async function referralByReference(
  manager: EntityManager,
  reference: string,
): Promise<ReferralId | null> {
  const [row] = await manager.query<{ referral_id: ReferralId }[]>(
    'select referral_id from app.referral where reference = $1',
    [reference],
  );
  return row?.referral_id ?? null;
}
