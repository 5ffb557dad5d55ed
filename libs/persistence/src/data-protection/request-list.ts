import type { BreachRecord, InformationRequest, RequestKind } from '#libs/domain';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { BreachRow } from './breach.row';
import { InformationRequestRow } from './information-request.row';

const MOST = 200;

export interface RequestLists {
  /** Live, by what is due first: whatever is late comes first. */
  readonly open: readonly InformationRequest[];
  readonly closed: readonly InformationRequest[];
}

/** The register, as far as row-level security shows it to whoever asks. */
export async function requestLists(
  manager: EntityManager,
  { kinds, most = MOST }: { kinds?: readonly RequestKind[]; most?: number } = {},
): Promise<RequestLists> {
  const ofKinds = kinds === undefined ? {} : { kind: In([...kinds]) };
  const open = await manager.find(InformationRequestRow, {
    where: { closedAt: IsNull(), ...ofKinds },
    order: { nextDueAt: 'ASC', id: 'ASC' },
    take: most,
  });
  const closed = await manager.find(InformationRequestRow, {
    where: { closedAt: Not(IsNull()), ...ofKinds },
    order: { closedAt: 'DESC', id: 'DESC' },
    take: most,
  });
  return { open, closed };
}

export function informationRequestByReference(
  manager: EntityManager,
  reference: string,
): Promise<InformationRequest | null> {
  return manager.findOne(InformationRequestRow, { where: { reference } });
}

export interface BreachLists {
  readonly open: readonly BreachRecord[];
  readonly closed: readonly BreachRecord[];
}

export async function breachLists(manager: EntityManager): Promise<BreachLists> {
  const open = await manager.find(BreachRow, {
    where: { closedAt: IsNull() },
    order: { regulatorDueAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const closed = await manager.find(BreachRow, {
    where: { closedAt: Not(IsNull()) },
    order: { closedAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
  return { open, closed };
}
