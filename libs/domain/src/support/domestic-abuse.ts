import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { DataClass, Purpose, Recipient } from '../consent/codes';
import type { Instant } from '../time';
import type { AbuseTask, Lowering } from './codes';

export type AbuseFlagId = Brand<string, 'AbuseFlagId'>;

/** That somebody at the desk found domestic abuse: with an author, a time and a day to look again, never a score. */
export interface AbuseFlag {
  readonly id: AbuseFlagId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly raisedBy: UserId;
  readonly raisedAt: Instant;
  readonly reviewOn: string;
  readonly lowering: Lowering | null;
  readonly loweredBy: UserId | null;
  readonly loweredAt: Instant | null;
  readonly revision: number;
}

interface SharedWith {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly dataClasses: readonly DataClass[];
}

/** What each of them is told, and what the person is therefore asked for first. The DASH stays here. */
export const ABUSE_SHARED_WITH: Readonly<Record<Exclude<AbuseTask, 'dash'>, SharedWith>> = {
  marac: { recipient: 'marac', purpose: 'safeguarding', dataClasses: ['identity', 'safe-contact'] },
  idva: { recipient: 'idva-service', purpose: 'support', dataClasses: ['identity', 'safe-contact'] },
};
