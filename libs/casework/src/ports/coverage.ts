import type {
  Instant,
  OffenceDefinition,
  OffenceSetId,
  PeriodLength,
  ReferralCount,
  ReleasedReferrals,
  ReleasedYear,
  RollingYear,
  RuleVersion,
  UserId,
} from '#libs/domain';

/** The newest count of one district in one period. */
export interface StandingOffences {
  readonly district: string;
  readonly first: string;
  readonly version: number;
  readonly offences: number;
}

export interface OffenceSet {
  readonly id: OffenceSetId;
  readonly definition: OffenceDefinition;
  readonly months: PeriodLength;
  readonly source: string;
  readonly licence: string;
  readonly takenBy: UserId;
}

export interface OffenceStore {
  /** What stands for a definition in periods of one length; whoever else takes counts in waits until this ends. */
  standing(of: Pick<OffenceSet, 'definition' | 'months'>): Promise<readonly StandingOffences[]>;
  take(set: OffenceSet, counts: readonly StandingOffences[], now: Instant): Promise<void>;
}

export interface CoverageReleaseStore {
  /** When the first referral came in; null before it. */
  began(): Promise<Instant | null>;
  isReleased(year: RollingYear): Promise<boolean>;
  /** Years that were published, newest first, as far back as one that overlaps may begin. */
  published(): Promise<readonly ReleasedYear[]>;
  /** Reports of the year that the police referred, each once, in the district of its first referral. */
  countedOf(year: RollingYear): Promise<readonly ReferralCount[]>;
  /** Writes the figures of a year down for good; nothing when somebody else has done so. */
  release(
    year: RollingYear,
    made: { readonly released: ReleasedReferrals; readonly rule: RuleVersion; readonly now: Instant },
  ): Promise<void>;
}
