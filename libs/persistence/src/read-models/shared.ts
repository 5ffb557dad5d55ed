import type {
  AgeBand,
  AgencyId,
  DataClass,
  Instant,
  LanguageNeed,
  OffenceGroup,
  PersonId,
  Relationship,
  ShareId,
  SharePurpose,
  SuspectAccess,
  WhenBand,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** One line of what was shared with the reader's agency. */
export interface SharedLine {
  readonly shareId: ShareId;
  readonly reference: string;
  readonly from: string;
  readonly purpose: SharePurpose;
  readonly dataClasses: readonly DataClass[];
  readonly openedAt: Instant;
}

export interface SharedNotice {
  readonly noticeId: string;
  readonly kind: 'opened' | 'narrowed' | 'recalled';
  readonly reference: string;
  readonly raisedAt: Instant;
}

export interface SharedList {
  readonly shares: readonly SharedLine[];
  readonly notices: readonly SharedNotice[];
}

/**
 * What the reader's agency may read right now: only classes with a ground, and no line without one, so that a share
 * that has run out is gone from here before anybody has noted it.
 */
const SHARES = `
  select s.share_id, s.reference, a.name as sharer, s.purpose, s.opened_at, array(
    select what from unnest(s.data_classes) what where app.shared_with_me(s.person_id, what)
  ) as classes
  from app.share s join app.agency a on a.agency_id = s.handling_agency_id
  where s.state = 'open' and exists (
    select 1 from unnest(s.data_classes) what where app.shared_with_me(s.person_id, what)
  ) and ($2::uuid is null or (s.opened_at, s.share_id) < ($3::timestamptz, $2::uuid))
  order by s.opened_at desc, s.share_id desc limit $1`;

/** Where a page of shares ends. */
export interface SharedCursor {
  readonly openedAt: Instant;
  readonly shareId: ShareId;
}

export async function sharedLines(
  manager: EntityManager,
  { limit, after = null }: { limit: number; after?: SharedCursor | null },
): Promise<readonly SharedLine[]> {
  const openedAt = after === null ? null : new Date(after.openedAt);
  const shares = await manager.query<RawShare[]>(SHARES, [limit, after?.shareId ?? null, openedAt]);
  return shares.map(({ share_id, reference, sharer, purpose, opened_at, classes }) => ({
    shareId: share_id,
    reference,
    from: sharer,
    purpose,
    dataClasses: classes,
    openedAt: instantOf(opened_at),
  }));
}

export async function sharedList(manager: EntityManager, agencyId: AgencyId): Promise<SharedList> {
  const notices = await manager.query<RawNotice[]>(
    `select notice_id, kind, reference, raised_at from app.share_notice
     where agency_id = $1 and seen_at is null order by raised_at desc, notice_id limit 200`,
    [agencyId],
  );
  return {
    shares: await sharedLines(manager, { limit: 200 }),
    notices: notices.map(({ notice_id, kind, reference, raised_at }) => ({
      noticeId: notice_id,
      kind,
      reference,
      raisedAt: instantOf(raised_at),
    })),
  };
}

interface RawShare {
  readonly share_id: ShareId;
  readonly reference: string;
  readonly sharer: string;
  readonly purpose: SharePurpose;
  readonly opened_at: Date;
  readonly classes: readonly DataClass[];
}

interface RawNotice {
  readonly notice_id: string;
  readonly kind: SharedNotice['kind'];
  readonly reference: string;
  readonly raised_at: Date;
}

/** The codes of a shared person that row-level security lets the reader see: what is not shared is not there. */
export interface SharedCodes {
  readonly person: { readonly ageBand: AgeBand; readonly languageNeed: LanguageNeed } | null;
  readonly incidents: readonly {
    readonly offenceGroup: OffenceGroup;
    readonly whenBand: WhenBand;
    readonly relationship: Relationship;
    readonly suspectAccess: readonly SuspectAccess[];
  }[];
  readonly reports: readonly { readonly reportedAt: Instant; readonly byPolice: boolean }[];
}

export async function sharedCodes(manager: EntityManager, personId: PersonId): Promise<SharedCodes> {
  const [person] = await manager.query<NonNullable<SharedCodes['person']>[]>(
    'select age_band as "ageBand", language_need as "languageNeed" from app.person where person_id = $1',
    [personId],
  );
  const incidents = await manager.query<SharedCodes['incidents'][number][]>(
    `select offence_group as "offenceGroup", when_band as "whenBand", relationship,
       suspect_access as "suspectAccess" from app.incident where person_id = $1`,
    [personId],
  );
  const reports = await manager.query<{ reported_at: Date; channel: string }[]>(
    'select reported_at, channel from app.report where person_id = $1',
    [personId],
  );
  return {
    person: person ?? null,
    incidents,
    reports: reports.map(({ reported_at, channel }) => ({
      reportedAt: instantOf(reported_at),
      byPolice: channel === 'police',
    })),
  };
}
