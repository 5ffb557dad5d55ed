import type { ContactStopRecord, LinkedCancellation, LinkedRecordStore } from '#libs/casework';
import type { CaseId, ConsentEntryId, PersonId, RouteId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { contactStopOf, STOP_COLUMNS, type RawStop } from './contact-stop.store';

const CASES_WITHOUT_ROUTE = `
  select c.case_id as id from app.case_file c
  where c.closed_at is null and c.contact_state in ('ready', 'attempting') and c.call_hours is null
    and exists (
      select 1 from app.person_link l
      where l.unlinked_at is null and c.person_id in (l.person_id, l.other_person_id)
    )
    and not app.is_set_aside('linked-case', c.case_id)
  order by c.case_id limit $1`;

export class PostgresLinkedRecordStore implements LinkedRecordStore {
  constructor(private readonly manager: EntityManager) {}

  stop(personId: PersonId): Promise<readonly LinkedCancellation[]> {
    return this.carry('stop_linked', personId);
  }

  holdRoutes(routeId: RouteId): Promise<readonly LinkedCancellation[]> {
    return this.carry('hold_linked_routes', routeId);
  }

  refuse(entryId: ConsentEntryId): Promise<readonly LinkedCancellation[]> {
    return this.carry('refuse_on_linked', entryId);
  }

  async casesOf(personId: PersonId): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>('select app.linked_cases($1) as id', [personId]);
    return rows.map(({ id }) => id);
  }

  async stopsToSettle(limit: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select stop_id as id from app.contact_stop
       where carried_from is not null and settled_at is null and lifted_at is null
         and not app.is_set_aside('linked-stop', stop_id)
       order by stopped_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async lockStop(id: string): Promise<ContactStopRecord | null> {
    const [row] = await this.manager.query<RawStop[]>(
      `select ${STOP_COLUMNS} from app.contact_stop
       where stop_id = $1 and settled_at is null and lifted_at is null for update skip locked`,
      [id],
    );
    return row ? contactStopOf(row) : null;
  }

  async settleStop(id: string): Promise<void> {
    await this.manager.query(
      'update app.contact_stop set settled_at = app.service_now() where stop_id = $1',
      [id],
    );
  }

  async casesWithoutRoute(limit: number): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(CASES_WITHOUT_ROUTE, [limit]);
    return rows.map(({ id }) => id);
  }

  private carry(act: string, id: string): Promise<readonly LinkedCancellation[]> {
    return this.manager.query<LinkedCancellation[]>(
      `select message_id as "messageId", case_id as "caseId", because from app.${act}($1)`,
      [id],
    );
  }
}
