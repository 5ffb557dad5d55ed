import type {
  AgencyId,
  AttemptPolicy,
  CaseId,
  ExhaustedBasis,
  Instant,
  InterpreterBooking,
  InterpreterGender,
  Language,
  LanguageNeed,
  PersonId,
  UserId,
  WelfareCheck,
} from '#libs/domain';
import type { CheckId } from './checks';

export interface BookingRecord extends InterpreterBooking {
  readonly id: string;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly language: Language;
  readonly gender: InterpreterGender;
  /** The person asked for an interpreter who is not from their own community. */
  readonly outsideCommunity: boolean;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface InterpreterStore {
  needOf(personId: PersonId): Promise<LanguageNeed>;
  insert(record: BookingRecord): Promise<void>;
  ofCase(caseId: CaseId): Promise<readonly BookingRecord[]>;
}

/** That enough was tried, as it was put to the person who signs. */
export interface ExhaustedRecord {
  readonly checkId: CheckId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly basis: ExhaustedBasis;
  readonly attempts: number;
  readonly policyVersion: number;
  readonly welfareCheck: WelfareCheck;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface ExhaustedStore {
  insert(record: ExhaustedRecord): Promise<void>;
  /** Whether one waits for its second person. */
  waits(caseId: CaseId): Promise<boolean>;
}

export interface AttemptPolicyStore {
  /** The version in force on the day a case opened: a round of attempts keeps the rules it began under. */
  inForce(at: Instant): Promise<AttemptPolicy>;
}
