import type { Actor, DomainEvent, ServiceRequest } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

const PREFIX = 'service-request.';

/** The history of requests: which act, by whom, when, and the state that it led to. Appended and never changed. */
export class RequestSteps {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
  ) {}

  async note({
    request,
    events,
  }: {
    readonly request: ServiceRequest;
    readonly events: readonly DomainEvent[];
  }): Promise<void> {
    const { id, caseId, handlingAgencyId, agencyId, state } = request;
    const by = this.actor.kind === 'staff' ? this.actor : null;
    for (const { type, reason, happenedAt } of events) {
      await this.manager.query(
        `insert into app.service_request_step
           (request_id, case_id, handling_agency_id, agency_id, act, state, reason, happened_at, by_user_id, by_agency_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          caseId,
          handlingAgencyId,
          agencyId,
          type.slice(PREFIX.length),
          state,
          reason,
          dateOf(happenedAt),
          by?.userId ?? null,
          by?.agencyId ?? null,
        ],
      );
    }
  }
}
