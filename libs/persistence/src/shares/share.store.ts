import type { CaseWorkedOn, SealedRecord, SharePlace, ShareStore } from '#libs/casework';
import {
  DATA_CLASSES,
  type AgencyId,
  type CaseId,
  type Instant,
  type PersonId,
  type Share,
  type ShareId,
} from '#libs/domain';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { dateOf } from '../columns';
import { ShareRow } from './share.row';

/** Open shares with a class that consent was given for and that nothing stands behind any more. */
const EXPIRED = `
  select s.share_id from app.share s
  where s.state = 'open' and exists (
    select 1 from app.consent_entry e
    where e.person_id = s.person_id and e.recipient = 'agency:' || s.agency_id::text and e.purpose = s.purpose
      and (e.expires_at <= app.service_now() or app.consents_doubted_at(s.person_id) is not null)
  ) and exists (
    select 1 from unnest(s.data_classes) what
    where not app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
      and not app.override_covers(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
  )
  and not app.is_set_aside('share', s.share_id) order by s.share_id limit $1`;

const WORKED_ON = `
  select c.case_id as id, c.person_id as "personId", c.handling_agency_id as "handlingAgencyId",
    c.referral_id as "referralId", c.reference, c.owner_team_id as "ownerTeamId",
    array(
      select w.what from unnest($2::text[]) with ordinality w(what, n)
      where app.shared_with_me(c.person_id, w.what) order by w.n
    ) as classes
  from app.case_worked_on($1) c`;

export class PostgresShareStore implements ShareStore {
  constructor(private readonly manager: EntityManager) {}

  async propose(share: Share): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(ShareRow)
      .values({ ...share, dataClasses: [...share.dataClasses] })
      .orIgnore()
      .returning('share_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async workedOn(caseId: CaseId): Promise<CaseWorkedOn | null> {
    const [found] = await this.manager.query<CaseWorkedOn[]>(WORKED_ON, [caseId, [...DATA_CLASSES]]);
    return found ?? null;
  }

  find(id: ShareId): Promise<Share | null> {
    return this.manager.findOne(ShareRow, { where: { id } });
  }

  lock(id: ShareId): Promise<Share | null> {
    return this.manager.findOne(ShareRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockLiveFor(place: SharePlace): Promise<Share | null> {
    return this.lockIn(place).getOne();
  }

  lockOpenedByRequest(place: SharePlace): Promise<Share | null> {
    return this.lockIn(place).andWhere(`s.state = 'open' and app.opened_by_request(s.share_id)`).getOne();
  }

  private lockIn({ caseId, agencyId, purpose }: SharePlace): SelectQueryBuilder<ShareRow> {
    return this.manager
      .createQueryBuilder(ShareRow, 's')
      .where(`s.caseId = :caseId and s.agencyId = :agencyId and s.purpose = :purpose`, {
        caseId,
        agencyId,
        purpose,
      })
      .andWhere(`s.state <> 'closed'`)
      .setLock('pessimistic_write');
  }

  lockLiveOf(personId: PersonId): Promise<readonly Share[]> {
    return this.manager.find(ShareRow, {
      where: { personId, state: In(['proposed', 'open']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async expired(limit: number): Promise<readonly ShareId[]> {
    const rows = await this.manager.query<{ share_id: ShareId }[]>(EXPIRED, [limit]);
    return rows.map(({ share_id }) => share_id);
  }

  async save(share: Share): Promise<void> {
    const { id, state, openedBy, openedAt, closedAt, closing } = share;
    const change = { state, openedBy, openedAt, closedAt, closing, revision: share.revision + 1 };
    await this.manager.update(ShareRow, { id }, { ...change, dataClasses: [...share.dataClasses] });
  }

  async notify({ kind, share, at }: Parameters<ShareStore['notify']>[0]): Promise<void> {
    await this.manager.query(
      `insert into app.share_notice (notice_id, share_id, agency_id, handling_agency_id, kind, reference, raised_at)
       values (uuidv7(), $1, $2, $3, $4, $5, $6)`,
      [share.id, share.agencyId, share.handlingAgencyId, kind, share.reference, dateOf(at)],
    );
  }

  async markSeen(noticeId: string, at: Instant): Promise<boolean> {
    const [, changed] = await this.manager.query<[unknown[], number]>(
      `update app.share_notice set seen_by = app.claim_user(), seen_at = $2
       where notice_id = $1 and seen_at is null`,
      [noticeId, dateOf(at)],
    );
    return changed === 1;
  }

  sealedFor(personId: PersonId): Promise<readonly SealedRecord[]> {
    return this.manager.query<SealedRecord[]>(
      'select record_id as "recordId", kind, sealed from vault.person_record where person_id = $1',
      [personId],
    );
  }

  async isProvider(agencyId: AgencyId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.agency where agency_id = $1 and kind = 'provider'`,
      [agencyId],
    );
    return rows.length === 1;
  }
}
