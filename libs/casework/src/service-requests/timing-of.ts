import {
  calendarOf,
  calendarOfService,
  type PersonId,
  type RequestTiming,
  type ServiceId,
} from '#libs/domain';
import type { Transaction } from '../ports';

/**
 * The clocks in force, the desk's working days and those of the service that a request goes to, and whether the person
 * may be contacted at all.
 */
export async function timingOf(
  tx: Transaction,
  { serviceId, personId }: { readonly serviceId: ServiceId | null; readonly personId: PersonId },
): Promise<RequestTiming> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const desk = calendarOf(hours);
  const listed = serviceId === null ? null : await tx.directory.find(serviceId);
  const service = listed === null ? null : calendarOfService(listed.service);
  return {
    now: tx.now,
    clocks: await tx.serviceRequests.clocks(tx.now),
    desk: desk.kind === 'built' ? desk.calendar : null,
    service: service?.kind === 'built' ? service.calendar : null,
    stopped: await tx.contactStops.stands(personId),
  };
}
