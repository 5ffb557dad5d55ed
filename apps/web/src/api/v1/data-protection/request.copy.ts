import type { RefusalCopy } from '../../../errors/refusal';
import { ACT_REFUSALS } from '../../../pages/data-protection/act.copy';
import { NEW_REFUSALS } from '../../../pages/data-protection/new-request.form';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';

type ActReason = keyof typeof ACT_REFUSALS;

/** The refusals of an act, its one answer under the name that it has in the body. */
export function actRefusals(answer?: string): RefusalCopy<ActReason> {
  const names: Readonly<Record<string, string>> = answer === undefined ? {} : { answer, route: 'routeId' };
  return { ...inBody(ACT_REFUSALS, names), unreadable: UNREADABLE };
}

export const RECEIVE_REFUSALS: typeof NEW_REFUSALS = {
  ...inBody(NEW_REFUSALS, { receivedDay: 'receivedOn', reference: 'caseReference' }),
  unreadable: UNREADABLE,
};
