import type { AgencyId, CaseId, DeathId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';
import type { BereavedFamily, DeathMistake, DeathToldBy } from './codes';

/** That somebody has died, as we were told. */
export interface DeathRecord {
  readonly id: DeathId;
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly toldBy: DeathToldBy;
  /** ISO date; null when nobody said. */
  readonly diedOn: string | null;
  readonly family: BereavedFamily;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  /** The cases that recording it closed: a correction opens these and no others. */
  readonly closedCases: readonly CaseId[];
  readonly mistakenBecause: DeathMistake | null;
  readonly correctedBy: UserId | null;
  readonly correctedAt: Instant | null;
  readonly revision: number;
}

export type DeathFault = 'in-the-future' | 'too-long-ago';

/** How far back a day of death can lie, in years. */
const LONGEST_AGO = 10;

/** Why a day cannot be the one on which somebody died who is supported now; null when it can. Both are ISO dates. */
export function deathFault({
  on,
  today,
}: {
  readonly on: string | null;
  readonly today: string;
}): DeathFault | null {
  if (on === null) return null;
  if (on > today) return 'in-the-future';
  const earliest = `${Number(today.slice(0, 4)) - LONGEST_AGO}${today.slice(4)}`;
  return on < earliest ? 'too-long-ago' : null;
}
