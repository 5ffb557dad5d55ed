import type { AreaPack } from '#libs/config';
import type { StaffActor } from '#libs/domain';

/** The people who act in the stories. */
export interface Cast {
  readonly officers: readonly StaffActor[];
  readonly responder: StaffActor;
  readonly colleague: StaffActor;
  readonly lead: StaffActor;
  /** A worker of a provider that refers; null in an area pack without one. */
  readonly provider: StaffActor | null;
  readonly administrator: StaffActor | null;
}

/** The first persona of a role, or one of those after; null where an area pack has not so many. */
export function personaIn({ personas }: AreaPack, role: StaffActor['role'], index = 0): StaffActor | null {
  const persona = personas.filter((candidate) => candidate.role === role)[index];
  if (!persona) return null;
  const { userId, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

export function castOf(pack: AreaPack): Cast {
  const actor = (role: StaffActor['role'], index = 0): StaffActor => {
    const one = personaIn(pack, role, index);
    if (one === null) throw new Error(`the area pack needs ${index + 1} personas with the role ${role}`);
    return one;
  };
  return {
    officers: [actor('officer'), actor('officer', 1)],
    responder: actor('first-responder'),
    colleague: actor('first-responder', 1),
    lead: actor('duty-lead'),
    provider: personaIn(pack, 'provider-worker'),
    administrator: personaIn(pack, 'administrator'),
  };
}

/** Who refers in a story: an officer of one of two teams, a responder who keys it, or a provider. */
export type Referrer = 'officer' | 'other-officer' | 'responder' | 'provider';

export function referrerOf({ officers, responder, provider }: Cast, who: Referrer): StaffActor {
  const [first, second] = officers as readonly [StaffActor, StaffActor];
  if (who === 'responder') return responder;
  if (who === 'provider') return provider ?? responder;
  return who === 'officer' ? first : second;
}
