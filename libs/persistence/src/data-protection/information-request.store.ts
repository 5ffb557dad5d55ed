import type {
  ErasureEnd,
  InformationRequestStore,
  PackItem,
  Rectified,
  ReleaseRecord,
  RowAbout,
  SealedRequest,
} from '#libs/casework';
import type {
  BreachId,
  CaseId,
  InformationRequest,
  InformationRequestId,
  Instant,
  PersonId,
} from '#libs/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { InformationRequestRow } from './information-request.row';
import { PackItemRow, ReleaseRow } from './pack-item.row';

const ADD_CLOCK = `
  insert into app.information_request_clock (request_id, version, due, due_on, due_at, inputs, recorded_at)
  select $1, coalesce(max(c.version), 0) + 1, $2, $3, $4, $5, $6
  from app.information_request_clock c where c.request_id = $1`;

const SEAL = `
  insert into vault.request_record (record_id, person_id, sealed, sealed_at) values ($1, $2, $3, $4)
  on conflict (record_id) do update set person_id = excluded.person_id, sealed = excluded.sealed,
    sealed_at = excluded.sealed_at`;

const ADD_ITEMS = `
  insert into app.pack_item (request_id, item_key, sealed_kind, person_id)
  select request_id, item_key, sealed_kind, person_id
  from jsonb_to_recordset($1::jsonb) as x(request_id uuid, item_key text, sealed_kind text, person_id uuid)
  on conflict do nothing`;

/** Of several erasures of one request the newest counts; one that is not decided keeps the request waiting. */
const END_OF_ERASURE = (request: string) => `
  select e.state, e.decision_reason as reason from (
    select x.state, x.decision_reason from app.erasure x where x.request_id = ${request}
    order by x.proposed_at desc, x.erasure_id desc limit 1
  ) e where e.state in ('done', 'declined', 'withdrawn')`;

export class PostgresInformationRequestStore implements InformationRequestStore {
  constructor(private readonly manager: EntityManager) {}

  async findPerson(reference: string) {
    const [row] = await this.manager.query<{ case_id: CaseId; person_id: PersonId }[]>(
      'select case_id, person_id from app.person_of_reference($1)',
      [reference],
    );
    return row === undefined ? null : { caseId: row.case_id, personId: row.person_id };
  }

  async insert(request: InformationRequest): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(InformationRequestRow)
      .values({ ...request, waits: [...request.waits] })
      .updateEntity(false)
      .execute();
  }

  find(id: InformationRequestId): Promise<InformationRequest | null> {
    return this.manager.findOne(InformationRequestRow, { where: { id } });
  }

  lock(id: InformationRequestId): Promise<InformationRequest | null> {
    return this.manager.findOne(InformationRequestRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async decidedByErasure({ limit }: { limit: number }): Promise<readonly InformationRequestId[]> {
    const rows = await this.manager.query<{ id: InformationRequestId }[]>(
      `select r.request_id as id from app.information_request r
       where r.kind = 'erasure' and r.state = 'proposed' and not app.is_set_aside('erasure-request', r.request_id)
         and exists (${END_OF_ERASURE('r.request_id')}) order by r.request_id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async endOfErasure(id: InformationRequestId): Promise<ErasureEnd | null> {
    const [end] = await this.manager.query<ErasureEnd[]>(END_OF_ERASURE('$1'), [id]);
    return end ?? null;
  }

  async save(request: InformationRequest): Promise<void> {
    const { id, state, caseId, personId, nextDue, nextDueOn, nextDueAt, closedAt, revision } = request;
    const { identityHow, identityAt, extendedAt, extension, acknowledgedAt } = request;
    const { packRecordId, packHash, delivery, settlement, refusal, proposedBy, decidedBy } = request;
    const clock = { nextDue, nextDueOn, nextDueAt, extendedAt, extension, waits: [...request.waits] };
    const facts = { identityHow, identityAt, acknowledgedAt, packRecordId, packHash, proposedBy, decidedBy };
    const ends = { delivery, settlement, refusal, closedAt, revision: revision + 1 };
    const changed = { state, caseId, personId, ...clock, ...facts, ...ends };
    await this.manager.update(InformationRequestRow, { id }, changed);
  }

  async addClock({ request, inputs, at }: Parameters<InformationRequestStore['addClock']>[0]): Promise<void> {
    const { id, nextDue, nextDueOn, nextDueAt } = request;
    if (nextDueAt === null) return;
    await this.manager.query(ADD_CLOCK, [
      id,
      nextDue,
      nextDueOn,
      dateOf(nextDueAt),
      JSON.stringify(inputs),
      dateOf(at),
    ]);
  }

  hashOf(content: string): string {
    return createHash('sha256').update(content).digest('hex');
  }

  async seal({ recordId, personId, sealed, at }: SealedRequest & { readonly at: Instant }): Promise<void> {
    await this.manager.query(SEAL, [recordId, personId, sealed, dateOf(at)]);
  }

  async sealedOf(recordId: InformationRequestId | BreachId): Promise<SealedRequest | null> {
    const [row] = await this.manager.query<SealedRequest[]>(
      `select record_id as "recordId", person_id as "personId", sealed from vault.request_record where record_id = $1`,
      [recordId],
    );
    return row ?? null;
  }

  rowsAbout(id: InformationRequestId): Promise<readonly RowAbout[]> {
    return this.manager.query<RowAbout[]>(
      `select source, body, encode(sha256(convert_to(body::text, 'UTF8')), 'hex') as digest from app.rows_about($1)`,
      [id],
    );
  }

  async addItems(items: Parameters<InformationRequestStore['addItems']>[0]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map(({ requestId, key, sealedKind, personId }) => ({
      request_id: requestId,
      item_key: key,
      sealed_kind: sealedKind,
      person_id: personId,
    }));
    await this.manager.query(ADD_ITEMS, [JSON.stringify(rows)]);
  }

  itemsOf(requestId: InformationRequestId): Promise<readonly PackItem[]> {
    return this.manager.find(PackItemRow, { where: { requestId }, order: { key: 'ASC' } });
  }

  lockItem(requestId: InformationRequestId, key: string): Promise<PackItem | null> {
    const where = { requestId, key };
    return this.manager.findOne(PackItemRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  async saveItem({ requestId, key, decision, reason, wordsId, decidedBy, decidedAt, revision }: PackItem) {
    const decided = { decision, reason, wordsId, decidedBy, decidedAt, revision: revision + 1 };
    await this.manager.update(PackItemRow, { requestId, key }, decided);
  }

  async insertRelease(release: ReleaseRecord): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(ReleaseRow)
      .values({ ...release, tests: [...release.tests], released: [...release.released] })
      .updateEntity(false)
      .execute();
  }

  releaseOf(requestId: InformationRequestId): Promise<ReleaseRecord | null> {
    return this.manager.findOne(ReleaseRow, { where: { requestId } });
  }

  async saveRelease({ requestId, ...release }: ReleaseRecord): Promise<void> {
    const lists = { tests: [...release.tests], released: [...release.released] };
    await this.manager.update(
      ReleaseRow,
      { requestId },
      { ...release, ...lists, revision: release.revision + 1 },
    );
  }

  async putIdentity({ personId, sealed, at }: Parameters<InformationRequestStore['putIdentity']>[0]) {
    await this.manager.query(
      `update vault.person_record set sealed = $2, sealed_at = $3 where record_id = $1 and kind = 'identity'`,
      [personId, sealed, dateOf(at)],
    );
  }

  async restrictedBy(personId: PersonId): Promise<InformationRequestId | null> {
    const [row] = await this.manager.query<{ id: InformationRequestId | null }[]>(
      'select restricted_by_request as id from app.person where person_id = $1',
      [personId],
    );
    return row?.id ?? null;
  }

  async addRectified(rectified: Rectified): Promise<void> {
    const { id, requestId, personId, field, outcome, recordedBy, recordedAt } = rectified;
    await this.manager.query(
      `insert into app.rectification (rectification_id, request_id, person_id, field, outcome, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, requestId, personId, field, outcome, recordedBy, dateOf(recordedAt)],
    );
  }

  async restrict({ request, at }: { request: InformationRequest; at: Instant | null }): Promise<void> {
    await this.manager.query(
      'update app.person set restricted_at = $2, restricted_by_request = $3 where person_id = $1',
      [request.personId, at === null ? null : dateOf(at), at === null ? null : request.id],
    );
  }
}
