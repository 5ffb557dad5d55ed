import type { PersonSearch, PersonSearchStore } from '#libs/casework';
import type { AgencyId, CaseId, Instant, PersonSearchId, UserId } from '#libs/domain';
import { plus } from '#libs/domain';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { AT, dateOf, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'person_search' })
export class PersonSearchRow implements PersonSearch {
  @PrimaryColumn({ type: 'uuid', name: 'search_id' }) id: PersonSearchId;
  @Column('uuid') searchedBy: UserId;
  @Column('uuid') agencyId: AgencyId;
  @Column(MAYBE_TEXT) door: string | null;
  @Column(AT) begunAt: Instant;
  @Column(AT) expiresAt: Instant;
  @Column(MAYBE_TEXT) answer: PersonSearch['answer'];
  @Column(MAYBE_UUID) chosenCaseId: CaseId | null;
}

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** Whose search it is, row-level security asks: another's is not there. */
export class PostgresPersonSearchStore implements PersonSearchStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(search: PersonSearch, sealed: Buffer): Promise<void> {
    await this.manager.insert(PersonSearchRow, search);
    await this.manager.query('insert into vault.person_search_record (search_id, sealed) values ($1, $2)', [
      search.id,
      sealed,
    ]);
  }

  async find(id: PersonSearchId): Promise<{ search: PersonSearch; sealed: Buffer | null } | null> {
    const search = await this.manager.findOne(PersonSearchRow, { where: { id } });
    if (search === null) return null;
    const [row] = await this.manager.query<{ sealed: Buffer }[]>(
      'select sealed from vault.person_search_record where search_id = $1',
      [id],
    );
    return { search, sealed: row?.sealed ?? null };
  }

  async answer({
    id,
    answer,
    chosenCaseId,
  }: Pick<PersonSearch, 'id' | 'answer' | 'chosenCaseId'>): Promise<void> {
    await this.manager.update(PersonSearchRow, { id }, { answer, chosenCaseId });
  }

  async forget(at: Instant): Promise<void> {
    await this.manager.query(
      `delete from vault.person_search_record r using app.person_search s
       where s.search_id = r.search_id and s.expires_at <= $1`,
      [dateOf(at)],
    );
    await this.manager.query('delete from app.person_search where expires_at <= $1', [
      dateOf(plus(at, -DAY_MILLISECONDS)),
    ]);
  }
}
