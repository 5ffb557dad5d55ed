import type { MatchCandidate, MatchReviewRecord, MatchStore, PersonLink, SearchMark } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  MarkKind,
  MatchReviewId,
  PersonId,
  ReferralId,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { candidateBy, candidatesOf, peopleByMarks } from './match-candidates';
import { MatchReviewRow } from './match-review.row';

export class PostgresMatchStore implements MatchStore {
  constructor(private readonly manager: EntityManager) {}

  async addMarks(added: {
    personId: PersonId;
    handlingAgencyId: AgencyId;
    marks: readonly SearchMark[];
  }): Promise<void> {
    const { personId, handlingAgencyId, marks } = added;
    await this.manager.query(
      `insert into vault.search_mark (person_id, kind, mark, handling_agency_id)
       select $1, kind, mark, $2 from unnest($3::text[], $4::integer[]) as m(kind, mark) on conflict do nothing`,
      [personId, handlingAgencyId, marks.map(({ kind }) => kind), marks.map(({ mark }) => mark)],
    );
  }

  async dropMarks({ personId, kinds }: { personId: PersonId; kinds: readonly MarkKind[] }): Promise<void> {
    await this.manager.query(
      'delete from vault.search_mark where person_id = $1 and kind = any($2::text[])',
      [personId, kinds],
    );
  }

  async candidates(asked: {
    marks: readonly SearchMark[];
    except: PersonId | null;
    limit: number;
  }): Promise<readonly MatchCandidate[]> {
    return candidatesOf(this.manager, await peopleByMarks(this.manager, asked));
  }

  candidateOf(which: { caseId: CaseId } | { referralId: ReferralId }): Promise<MatchCandidate | null> {
    return candidateBy(this.manager, which);
  }

  async tasks(limit: number): Promise<readonly ReferralId[]> {
    const rows = await this.manager.query<{ referral_id: ReferralId }[]>(
      `select referral_id from app.match_task where not app.is_set_aside('match', referral_id)
       order by asked_at, referral_id limit $1`,
      [limit],
    );
    return rows.map(({ referral_id }) => referral_id);
  }

  async lockTask(referralId: ReferralId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      'select 1 from app.match_task where referral_id = $1 for update skip locked',
      [referralId],
    );
    return rows.length > 0;
  }

  async endTask(referralId: ReferralId): Promise<void> {
    await this.manager.query('delete from app.match_task where referral_id = $1', [referralId]);
  }

  async insert(review: MatchReviewRecord): Promise<boolean> {
    const pair = await this.findPair(review.personId, review.otherPersonId);
    if (pair !== null) return false;
    await this.manager.insert(MatchReviewRow, { ...review, evidence: [...review.evidence] });
    return true;
  }

  lock(id: MatchReviewId): Promise<MatchReviewRecord | null> {
    return this.manager.findOne(MatchReviewRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  find(id: MatchReviewId): Promise<MatchReviewRecord | null> {
    return this.manager.findOne(MatchReviewRow, { where: { id } });
  }

  findPair(personId: PersonId, otherPersonId: PersonId): Promise<MatchReviewRecord | null> {
    return this.manager.findOne(MatchReviewRow, {
      where: [
        { personId, otherPersonId },
        { personId: otherPersonId, otherPersonId: personId },
      ],
    });
  }

  async save(review: MatchReviewRecord): Promise<MatchReviewRecord> {
    const { id, state, reason, decidedBy, decidedAt, keptCaseId } = review;
    const revision = review.revision + 1;
    await this.manager.update(
      MatchReviewRow,
      { id },
      { state, reason, decidedBy, decidedAt, keptCaseId, revision },
    );
    return { ...review, revision };
  }

  async link(link: PersonLink): Promise<void> {
    const { id, reviewId, handlingAgencyId, personId, otherPersonId, linkedBy, linkedAt } = link;
    await this.manager.query(
      `insert into app.person_link (link_id, review_id, handling_agency_id, person_id, other_person_id, linked_by,
         linked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, reviewId, handlingAgencyId, personId, otherPersonId, linkedBy, dateOf(linkedAt)],
    );
  }

  async unlink({ reviewId, by, at }: { reviewId: MatchReviewId; by: UserId; at: Instant }): Promise<void> {
    await this.manager.query(
      `update app.person_link set unlinked_by = $2, unlinked_at = $3
       where review_id = $1 and unlinked_at is null`,
      [reviewId, by, dateOf(at)],
    );
  }
}
