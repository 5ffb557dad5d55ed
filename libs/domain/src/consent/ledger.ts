import type { Brand } from '../brand';
import type { CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';
import type { ConsentDecision, DataClass, Purpose, Recipient } from './codes';
import type { CompetenceBasis } from './competence';
import type { Authority, Giver } from './may-consent';

export type ConsentEntryId = Brand<string, 'ConsentEntryId'>;

export const HOW_GIVEN = [
  'by-phone',
  'in-person',
  'in-writing',
  'through-interpreter',
  'told-referrer',
] as const;
export type HowGiven = (typeof HOW_GIVEN)[number];

/** What a rule needs of one row of the ledger: who was answered about what, how, and until when it holds. */
export interface ConsentEntry {
  readonly id: ConsentEntryId;
  readonly decision: ConsentDecision;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Null is every class for this purpose: a refusal or a withdrawal may say so, an agreement never does. */
  readonly dataClass: DataClass | null;
  readonly recordedAt: Instant;
  /** Only an agreement ends by itself. */
  readonly expiresAt: Instant | null;
  /** Since when it is known that whoever agreed as an adult was under 16; absent or null when nobody doubts it. */
  readonly doubtedAt?: Instant | null;
}

/** One row as it is kept. Rows are appended and never changed; the latest about a question is the answer to it. */
export interface ConsentRecord extends ConsentEntry {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly giver: Giver;
  /** Null for a refusal or a withdrawal: anybody may say no. */
  readonly basis: CompetenceBasis | null;
  readonly authority: Authority | null;
  readonly how: HowGiven;
  /** Which version of the words was read out, such as `support-1`. */
  readonly wording: string;
  readonly takenBy: UserId;
}
