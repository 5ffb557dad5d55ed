import type { FreshMarks, LikePair, SuspectRecord, SuspectStore, WalledCase, WallMark } from '#libs/casework';
import type { CaseId, PersonId, SuspectId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

/** Any number will do, as long as every process takes the same one. */
const ONE_COMPARES_AT_A_TIME = 5_304_117;

const CASE = `
  select case_id as "caseId", person_id as "personId", reference, handling_agency_id as "handlingAgencyId",
    owner_user_id as "ownerUserId", closed_at as "closedAt"
  from app.case_file where case_id = $1`;

const IDENTITIES = `
  select c.person_id as "personId", v.sealed from app.case_file c
  join vault.person_record v on v.person_id = c.person_id and v.record_id = c.person_id and v.kind = 'identity'
  where c.case_id = any($1::uuid[])`;

/** The other person's case is the latest that is open, or the latest of all. */
const LIKE = `
  with pairs as (
    select s.suspect_id, m.person_id, m.kind from wall.suspect s
    join wall.suspect_mark k using (suspect_id) join wall.person_mark m on m.kind = k.kind and m.mark = k.mark
    where s.suspect_id = any($1::uuid[])
    union
    select k.suspect_id, m.person_id, m.kind from wall.person_mark m
    join wall.suspect_mark k on k.kind = m.kind and k.mark = m.mark
    where m.person_id = any($2::uuid[])
  )
  select p.suspect_id as "suspectId", p.person_id as "personId", array_agg(distinct p.kind) as shared,
    s.birth_known and q.birth_known as "bothBirthsKnown", s.case_id as "caseId", o.case_id as "otherCaseId",
    s.handling_agency_id as "handlingAgencyId"
  from pairs p
  join wall.suspect s using (suspect_id)
  join wall.known_person q on q.person_id = p.person_id
  join lateral (
    select c.case_id, c.handling_agency_id from app.case_file c where c.person_id = p.person_id
    order by c.closed_at is null desc, c.opened_at desc limit 1
  ) o on o.handling_agency_id = s.handling_agency_id
  where p.person_id <> s.person_id
  group by p.suspect_id, p.person_id, s.birth_known, q.birth_known, s.case_id, o.case_id, s.handling_agency_id`;

export class PostgresSuspectStore implements SuspectStore {
  constructor(private readonly manager: EntityManager) {}

  async caseOf(id: CaseId): Promise<WalledCase | null> {
    const [row] = await this.manager.query<(Omit<WalledCase, 'closedAt'> & { closedAt: Date | null })[]>(
      CASE,
      [id],
    );
    return row ? { ...row, closedAt: maybeInstantOf(row.closedAt) } : null;
  }

  async insert(record: SuspectRecord, marks: readonly WallMark[]): Promise<void> {
    const { id, caseId, personId, handlingAgencyId, sealed, birthKnown, recordedBy, recordedAt } = record;
    await this.manager.query(
      `insert into wall.suspect (suspect_id, case_id, person_id, handling_agency_id, sealed, birth_known, recorded_by,
         recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, caseId, personId, handlingAgencyId, sealed, birthKnown, recordedBy, dateOf(recordedAt)],
    );
    await this.manager.query(
      `insert into wall.suspect_mark (suspect_id, kind, mark) select $1, * from unnest($2::text[], $3::bytea[])`,
      [id, marks.map(({ kind }) => kind), marks.map(({ mark }) => mark)],
    );
  }

  async sealedOf(id: SuspectId): Promise<SuspectRecord | null> {
    const [row] = await this.manager.query<(Omit<SuspectRecord, 'recordedAt'> & { recordedAt: Date })[]>(
      `select suspect_id as id, case_id as "caseId", person_id as "personId",
         handling_agency_id as "handlingAgencyId", sealed, birth_known as "birthKnown", recorded_by as "recordedBy",
         recorded_at as "recordedAt" from wall.suspect where suspect_id = $1`,
      [id],
    );
    return row ? { ...row, recordedAt: instantOf(row.recordedAt) } : null;
  }

  identitiesOf(cases: readonly CaseId[]): Promise<readonly { personId: PersonId; sealed: Buffer }[]> {
    return this.manager.query<{ personId: PersonId; sealed: Buffer }[]>(IDENTITIES, [cases]);
  }

  async markPerson({
    personId,
    birthKnown,
    marks,
  }: Parameters<SuspectStore['markPerson']>[0]): Promise<void> {
    await this.manager.query(
      `insert into wall.known_person (person_id, birth_known) values ($1, $2)
       on conflict (person_id) do update set birth_known = excluded.birth_known, compared = false`,
      [personId, birthKnown],
    );
    await this.manager.query('delete from wall.person_mark where person_id = $1', [personId]);
    await this.manager.query(
      `insert into wall.person_mark (person_id, kind, mark) select $1, * from unnest($2::text[], $3::bytea[])`,
      [personId, marks.map(({ kind }) => kind), marks.map(({ mark }) => mark)],
    );
  }

  async lockFresh(limit: number): Promise<FreshMarks> {
    await this.manager.query('select pg_advisory_xact_lock($1)', [ONE_COMPARES_AT_A_TIME]);
    const suspects = await this.manager.query<{ id: SuspectId }[]>(
      'select suspect_id as id from wall.suspect where not compared order by suspect_id limit $1',
      [limit],
    );
    const people = await this.manager.query<{ id: PersonId }[]>(
      'select person_id as id from wall.known_person where not compared order by person_id limit $1',
      [limit],
    );
    return { suspects: suspects.map(({ id }) => id), people: people.map(({ id }) => id) };
  }

  likePairs({ suspects, people }: FreshMarks): Promise<readonly LikePair[]> {
    return this.manager.query<LikePair[]>(LIKE, [suspects, people]);
  }

  async compared({ suspects, people }: FreshMarks): Promise<void> {
    await this.manager.query('update wall.suspect set compared = true where suspect_id = any($1::uuid[])', [
      suspects,
    ]);
    await this.manager.query(
      'update wall.known_person set compared = true where person_id = any($1::uuid[])',
      [people],
    );
  }
}
