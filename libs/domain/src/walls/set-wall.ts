import type { AgencyId, UserId } from '../ids';
import type { WallKind, WallTarget } from './wall';

export type SetWallRefusal =
  | 'handling-agency'
  | 'nobody-left'
  | 'spared-without-group'
  | 'not-police'
  | 'already-stands'
  | 'case-closed';

/**
 * Whether this wall may be set. One that would keep out the whole agency that handles the case, or its last lead, is
 * refused: a case always has somebody who answers for it (P1); another service must take it on instead.
 */
export function setWallRefusal(wall: {
  readonly kind: WallKind;
  readonly target: WallTarget;
  readonly sparedUserId: UserId | null;
  readonly handlingAgencyId: AgencyId;
  /** Of a walled user, team or agency: whether it belongs to the police. */
  readonly ofPolice: boolean;
  /** Active leads and managers of the handling agency who would still see the case. */
  readonly leadsLeft: number;
  readonly alreadyStands: boolean;
  readonly caseClosed: boolean;
}): SetWallRefusal | null {
  const { kind, target, sparedUserId, handlingAgencyId, ofPolice, leadsLeft, alreadyStands, caseClosed } =
    wall;
  if (caseClosed) return 'case-closed';
  if (target.kind === 'agency' && target.agencyId === handlingAgencyId) return 'handling-agency';
  if (sparedUserId !== null && target.kind !== 'agency' && target.kind !== 'team')
    return 'spared-without-group';
  if (kind === 'police-family' && !ofPolice) return 'not-police';
  if (alreadyStands) return 'already-stands';
  return leadsLeft === 0 ? 'nobody-left' : null;
}
