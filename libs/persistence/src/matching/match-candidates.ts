import type { MatchCandidate, SearchMark, SealedRecord } from '#libs/casework';
import type { MarkKind, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** How much an agreeing mark of each kind says: what is one person's own before what many share. */
const WEIGHTS: Readonly<Record<MarkKind, number>> = {
  route: 3,
  'crime-reference': 3,
  birth: 2,
  'name-pair': 2,
  'name-year': 1,
  'name-day': 1,
};

/** Marks first and people afterwards: most marks agree by chance, and their people are never read. */
const BY_MARKS = `
  select m.person_id from vault.search_mark m
  join unnest($1::text[], $2::integer[], $3::integer[]) as asked(kind, mark, weight)
    on m.kind = asked.kind and m.mark = asked.mark
  where m.person_id is distinct from $4::uuid
  group by m.person_id
  order by sum(asked.weight) desc, m.person_id desc limit $5`;

export async function peopleByMarks(
  manager: EntityManager,
  { marks, except, limit }: { marks: readonly SearchMark[]; except: PersonId | null; limit: number },
): Promise<readonly PersonId[]> {
  const rows = await manager.query<{ person_id: PersonId }[]>(BY_MARKS, [
    marks.map(({ kind }) => kind),
    marks.map(({ mark }) => mark),
    marks.map(({ kind }) => WEIGHTS[kind]),
    except,
    limit,
  ]);
  return rows.map(({ person_id }) => person_id);
}

/** Somebody who has not agreed that we learn who they are, or whose record is restricted, is compared with nobody. */
const SELECT = `
  select c.person_id as "personId", c.case_id as "caseId", c.referral_id as "referralId", r.report_id as "reportId",
    c.reference, c.handling_agency_id as "handlingAgencyId", p.age_band as "ageBand", r.district, r.source,
    c.contact_state as "contactState", c.opened_at as "openedAt", c.closed_at as "closedAt",
    (select json_agg(json_build_object('recordId', v.record_id, 'kind', v.kind,
       'sealed', encode(v.sealed, 'base64')))
     from vault.person_record v
     where v.person_id = c.person_id and v.kind in ('identity', 'contact-route', 'crime-reference')
       and p.restricted_at is null and not app.identity_withheld(c.person_id)) as sealed
  from app.case_file c
  join app.referral r on r.referral_id = c.referral_id
  join app.person p on p.person_id = c.person_id`;

type Raw = Omit<MatchCandidate, 'openedAt' | 'closedAt' | 'sealed'> & {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly sealed: readonly (Omit<SealedRecord, 'sealed'> & { readonly sealed: string })[] | null;
};

/** The newest case of each of these people, whom row-level security shows the reader. */
export async function candidatesOf(
  manager: EntityManager,
  personIds: readonly PersonId[],
): Promise<readonly MatchCandidate[]> {
  if (personIds.length === 0) return [];
  const rows = await manager.query<Raw[]>(
    `select distinct on (x."personId") x.* from (${SELECT} where c.person_id = any($1::uuid[])) x
     order by x."personId", x."openedAt" desc`,
    [personIds],
  );
  return rows.map(fromRaw);
}

export async function candidateBy(
  manager: EntityManager,
  which: { readonly caseId: string } | { readonly referralId: string },
): Promise<MatchCandidate | null> {
  const [column, id] = 'caseId' in which ? ['case_id', which.caseId] : ['referral_id', which.referralId];
  const [row] = await manager.query<Raw[]>(`${SELECT} where c.${column} = $1`, [id]);
  return row ? fromRaw(row) : null;
}

function fromRaw(raw: Raw): MatchCandidate {
  return {
    ...raw,
    openedAt: instantOf(raw.openedAt),
    closedAt: maybeInstantOf(raw.closedAt),
    sealed: (raw.sealed ?? []).map((record) => ({ ...record, sealed: Buffer.from(record.sealed, 'base64') })),
  };
}
