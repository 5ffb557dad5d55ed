import type { GroundLook, GroundSlice, LostHands, ServiceRequestStore } from '#libs/casework';
import {
  DEFAULT_REQUEST_CLOCKS,
  LIVE_REQUEST_STATES,
  type AgeBand,
  type AgencyId,
  type CaseId,
  type Instant,
  type KeptMinimum,
  type PersonId,
  type RequestClocks,
  type RequestMinimum,
  type ServiceId,
  type ServiceRequest,
  type ServiceRequestId,
  type ShareId,
  type SupportKind,
  type UserId,
} from '#libs/domain';
import { In, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { RequestSteps } from './request-steps';
import { changesOf, ServiceRequestRow } from './service-request.row';
import {
  AT_RETIRED_SERVICES,
  BESIDE_STOPS,
  CANDIDATES,
  CHAIN,
  GROUND_OF_SLICE,
  IN_LOST_HANDS,
  LOST_HANDS,
  MANAGER_FOR,
  MINIMUM,
  TELL_DESK,
  TELL_MANAGER,
  TELL_SERVICE,
  TRIED,
} from './service-request.sql';

export class PostgresServiceRequestStore implements ServiceRequestStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly steps: RequestSteps,
  ) {}

  async clocks(at: Instant): Promise<RequestClocks> {
    const [row] = await this.manager.query<{ body: RequestClocks }[]>(
      `select body from app.request_clock_version where effective_from <= $1
       order by effective_from desc, version desc limit 1`,
      [dateOf(at)],
    );
    return row?.body ?? DEFAULT_REQUEST_CLOCKS;
  }

  find(id: ServiceRequestId): Promise<ServiceRequest | null> {
    return this.manager.findOne(ServiceRequestRow, { where: { id } });
  }

  lock(id: ServiceRequestId): Promise<ServiceRequest | null> {
    return this.manager.findOne(ServiceRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(request: ServiceRequest): Promise<boolean> {
    if (await this.liveTwin(request)) return false;
    // No `returning`: whoever hands a request back to the desk may not read the one that follows it.
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(ServiceRequestRow)
      .values({ ...request })
      .updateEntity(false)
      .execute();
    return true;
  }

  async save(request: ServiceRequest): Promise<void> {
    const revision = request.revision + 1;
    await this.manager.update(ServiceRequestRow, { id: request.id }, { ...changesOf(request), revision });
  }

  note(step: Parameters<ServiceRequestStore['note']>[0]): Promise<void> {
    return this.steps.note(step);
  }

  lockLiveOf(personId: PersonId): Promise<readonly ServiceRequest[]> {
    return this.lockWhere({ personId, state: In([...LIVE_REQUEST_STATES]) });
  }

  lockLiveOfCase(caseId: CaseId): Promise<readonly ServiceRequest[]> {
    return this.lockWhere({ caseId, state: In([...LIVE_REQUEST_STATES]) });
  }

  async lockHeldBy(userId: UserId): Promise<readonly ServiceRequest[]> {
    const held = await this.lockWhere({ allocatedTo: userId, state: In(['allocated', 'active']) });
    const managed = await this.lockWhere({
      managedBy: userId,
      state: In(['proposed', 'sent', 'acknowledged']),
    });
    return [...held, ...managed];
  }

  async lockChain(id: ServiceRequestId): Promise<readonly ServiceRequest[]> {
    const rows = await this.manager.query<{ id: ServiceRequestId }[]>(CHAIN, [id]);
    return this.lockWhere({ id: In(rows.map((row) => row.id)) });
  }

  async needGoesOn(id: ServiceRequestId): Promise<boolean> {
    const [row] = await this.manager.query<{ on: boolean }[]>('select app.need_goes_on($1) as "on"', [id]);
    return row?.on ?? false;
  }

  async triedInChain(id: ServiceRequestId): Promise<readonly ServiceId[]> {
    const chain = await this.lockChain(id);
    return chain.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId]));
  }

  tried({ caseId, kind }: { caseId: CaseId; kind: SupportKind }): Promise<readonly ServiceId[]> {
    return this.ids<ServiceId>(TRIED, [caseId, kind]);
  }

  async agencyBarred({ personId, agencyId }: { personId: PersonId; agencyId: AgencyId }): Promise<boolean> {
    const [row] = await this.manager.query<{ barred: boolean }[]>(
      'select app.agency_is_barred($1, $2) as barred',
      [personId, agencyId],
    );
    return row?.barred ?? true;
  }

  async notAtPresent(id: ServiceRequestId): Promise<boolean> {
    const [row] = await this.manager.query<{ not_now: boolean }[]>(
      'select app.not_at_present($1) as not_now',
      [id],
    );
    return row?.not_now ?? true;
  }

  candidates({
    decisionId,
    caseId,
    kind,
  }: Parameters<ServiceRequestStore['candidates']>[0]): Promise<readonly ServiceId[]> {
    return this.ids<ServiceId>(CANDIDATES, [decisionId, caseId, kind]);
  }

  async minimumFacts({ caseId }: { caseId: CaseId; personId: PersonId }): Promise<KeptMinimum> {
    const [row] = await this.manager.query<RawMinimum[]>(MINIMUM, [caseId]);
    if (!row) throw new Error('a case without a person cannot be asked for');
    return {
      ageBand: row.age_band,
      district: row.district,
      needs: [
        ...(row.worker === null || row.worker === 'any' ? [] : [`worker-${row.worker}`]),
        ...(row.space === 'women-only' ? ['women-only-space'] : []),
      ],
      languages: [...(row.language_need === 'none' ? [] : [row.language_need]), ...row.languages],
      access: row.access,
    };
  }

  async saveMinimum({ id, caseId, agencyId }: ServiceRequest, minimum: KeptMinimum): Promise<void> {
    await this.manager.query(
      `insert into app.service_request_minimum (request_id, case_id, agency_id, body) values ($1, $2, $3, $4)`,
      [id, caseId, agencyId, JSON.stringify(minimum)],
    );
  }

  async minimumOf(id: ServiceRequestId): Promise<RequestMinimum | null> {
    const [row] = await this.manager.query<{ body: KeptMinimum; channels: readonly string[] | null }[]>(
      `select body, app.channels_before_answer(request_id) as channels
       from app.service_request_minimum where request_id = $1`,
      [id],
    );
    return row === undefined ? null : { ...row.body, safeContact: row.channels ?? [] };
  }

  async tellService(
    { id, caseId, agencyId, handlingAgencyId, kind, reference }: ServiceRequest,
    told: { readonly kind: 'sent' | 'withdrawn'; readonly at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into app.service_request_notice
         (request_id, case_id, agency_id, handling_agency_id, kind, support_kind, reference, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, caseId, agencyId, handlingAgencyId, told.kind, kind, reference, dateOf(told.at)],
    );
  }

  async leansOnShare({
    shareId,
    besides,
  }: {
    shareId: ShareId;
    besides: ServiceRequestId;
  }): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.service_request r join app.share s on s.share_id = $1
       where r.case_id = s.case_id and r.agency_id = s.agency_id and r.purpose = s.purpose and r.request_id <> $2
         and r.state in ('waiting', 'allocated', 'active') limit 1`,
      [shareId, besides],
    );
    return rows.length > 0;
  }

  due(limit: number): Promise<readonly ServiceRequestId[]> {
    return this.ids<ServiceRequestId>(
      `select request_id as id from app.service_request
       where next_fire_at <= app.service_now() and not app.is_set_aside('service-request', request_id)
       order by next_fire_at limit $1`,
      [limit],
    );
  }

  lockDue(id: ServiceRequestId): Promise<ServiceRequest | null> {
    return this.manager
      .createQueryBuilder(ServiceRequestRow, 'r')
      .where('r.id = :id and r.next_fire_at <= app.service_now()', { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  async withoutGround({ after, look }: GroundSlice): Promise<GroundLook> {
    const rows = await this.manager.query<RawGround[]>(GROUND_OF_SLICE, [after, look]);
    return {
      bare: rows.flatMap(({ id, stands, set_aside }) => (stands || set_aside ? [] : [id])),
      last: rows.length < look ? null : (rows.at(-1)?.id ?? null),
    };
  }

  besideStops(limit: number): Promise<readonly ServiceRequestId[]> {
    return this.ids<ServiceRequestId>(BESIDE_STOPS, [limit]);
  }

  inLostHands(limit: number): Promise<readonly ServiceRequestId[]> {
    return this.ids<ServiceRequestId>(IN_LOST_HANDS, [limit]);
  }

  atRetiredServices(limit: number): Promise<readonly ServiceRequestId[]> {
    return this.ids<ServiceRequestId>(AT_RETIRED_SERVICES, [limit]);
  }

  async lostHands(id: ServiceRequestId): Promise<LostHands> {
    const [row] = await this.manager.query<LostHands[]>(LOST_HANDS, [id]);
    return row ?? { worker: false, manager: false, agency: false };
  }

  async managerFor({
    caseId,
    handlingAgencyId,
    landedOn,
  }: Pick<ServiceRequest, 'caseId' | 'handlingAgencyId' | 'landedOn'>): Promise<UserId | null> {
    const [id] = await this.ids<UserId>(MANAGER_FOR, [caseId, handlingAgencyId, landedOn]);
    return id ?? null;
  }

  async tell(request: ServiceRequest, whom: 'service' | 'desk' | 'manager', at: Instant): Promise<void> {
    const { id, caseId, reference, agencyId, handlingAgencyId, serviceId, landedOn, managedBy } = request;
    const about = [id, caseId, reference, dateOf(at)];
    if (whom === 'desk') await this.manager.query(TELL_DESK, [...about, handlingAgencyId]);
    else if (whom === 'manager')
      await this.manager.query(TELL_MANAGER, [...about, handlingAgencyId, landedOn ?? managedBy]);
    else await this.manager.query(TELL_SERVICE, [...about, agencyId, await this.inboxOf(serviceId)]);
  }

  async mayHold({
    userId,
    agencyId,
    caseId,
  }: {
    userId: UserId;
    agencyId: AgencyId;
    caseId: CaseId;
  }): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.staff_user u
       where u.user_id = $1 and u.agency_id = $2 and u.state = 'active'
         and u.role in ('provider-worker', 'provider-coordinator')
         and not app.user_is_behind_wall($3, u.user_id) and not app.holds_the_other($3, u.user_id)`,
      [userId, agencyId, caseId],
    );
    return rows.length === 1;
  }

  private async inboxOf(serviceId: ServiceId | null): Promise<string | null> {
    const [row] = await this.manager.query<{ team: string | null }[]>(
      `select v.body->'inbox'->>'teamId' as team from app.directory_service_version v
       where v.service_id = $1 order by v.version desc limit 1`,
      [serviceId],
    );
    return row?.team ?? null;
  }

  private async liveTwin({ caseId, kind, serviceId }: ServiceRequest): Promise<boolean> {
    if (serviceId === null) return false;
    return this.manager.exists(ServiceRequestRow, {
      where: { caseId, kind, serviceId, state: In([...LIVE_REQUEST_STATES]) },
    });
  }

  private lockWhere(where: object): Promise<readonly ServiceRequest[]> {
    return this.manager.find(ServiceRequestRow, {
      where,
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async ids<Id extends string>(statement: string, parameters: unknown[]): Promise<readonly Id[]> {
    const rows = await this.manager.query<{ id: Id }[]>(statement, parameters);
    return rows.map(({ id }) => id);
  }
}

interface RawGround {
  readonly id: ServiceRequestId;
  readonly stands: boolean;
  readonly set_aside: boolean;
}

interface RawMinimum {
  readonly age_band: AgeBand;
  readonly district: string | null;
  readonly language_need: string;
  readonly worker: string | null;
  readonly space: string | null;
  readonly languages: readonly string[];
  readonly access: readonly string[];
}
