import { coverageOn, mayDo, type CivilDate, type ListedService, type StaffActor } from '#libs/domain';
import { availableOf, type AvailableActionView } from '../access/available-action.view';
import { stateRoomAction } from './service-room.view';

/** What the caller may do with a service as it stands. */
export function serviceActions(
  listed: ListedService,
  { today, actor }: { readonly today: CivilDate; readonly actor: StaffActor },
): AvailableActionView[] {
  const { service } = listed;
  const path = `/api/v1/services/${service.id}`;
  const keeps = mayDo(actor, 'keep-directory');
  const open = service.state === 'open';
  const toConfirm = service.coverage.some(
    ({ district }) => (coverageOn(service, { district, on: today })?.evidence ?? 'confirmed') !== 'confirmed',
  );
  const confirms = mayDo(actor, 'confirm-coverage') && open && toConfirm;
  return availableOf([
    { action: 'read', method: 'GET', href: path, may: true },
    { action: 'read-history', method: 'GET', href: `${path}/history`, may: true },
    { action: 'confirm-coverage', method: 'POST', href: `${path}/coverage/confirm`, may: confirms },
    stateRoomAction(listed, actor),
    { action: 'retire', method: 'POST', href: `${path}/retire`, may: keeps && open },
    { action: 'reopen', method: 'POST', href: `${path}/reopen`, may: keeps && !open },
  ]);
}
