import type {
  AgeBand,
  Agreement,
  AlternativeKind,
  Danger,
  Instant,
  LanguageNeed,
  LateReportReason,
  OffenceGroup,
  ReceivedVia,
  Relationship,
  SafeTime,
  Source,
  SuspectAccess,
  WhenBand,
  Workplace,
} from '#libs/domain';
import type { WithoutAgreement } from '../consent/override-at-referral';
import type { RouteInput } from '../safe-contact/route-input';
import type { PathwayInput } from '../support/open-pathway';

/** What whoever refers tells us: what is needed to call safely, and no narrative (practice §3, §5). */
export interface ReferralInput {
  readonly source: Source;
  readonly receivedVia: ReceivedVia;
  /** Police only, and needed there: when the person reported. The clock runs from it. */
  readonly reportedAt: Instant | null;
  /** Other sources: when it reached us, which starts their clock; null is now. */
  readonly receivedAt: Instant | null;
  /** Why a report of more than seven days ago comes only now; null when it was not said or need not be. */
  readonly lateReason: LateReportReason | null;
  readonly agreement: Agreement;
  /**
   * Why the name and the number are sent though nobody has asked the person; left out, the desk cannot read them until
   * somebody has.
   */
  readonly withoutAgreement?: WithoutAgreement | null;
  /** Where the person or somebody close to them works, when it is one of these; a wall stands from then on. */
  readonly worksFor?: Workplace | null;
  /** Somebody who stays anonymous, or somebody's supporter: found by no name and compared with nobody. */
  readonly pathway?: PathwayInput | null;
  readonly dangers: readonly Danger[];
  readonly district: string | null;
  readonly nameToAskFor: string;
  readonly fullName: string | null;
  readonly age:
    | { readonly kind: 'years'; readonly years: number }
    | { readonly kind: 'born'; readonly bornOn: string }
    | { readonly kind: 'band'; readonly band: AgeBand };
  readonly languageNeed: LanguageNeed;
  /** Null: no safe number yet. The clock runs all the same, and somebody must find one. */
  readonly route: RouteInput | null;
  readonly alternative: AlternativeInput | null;
  readonly safeTimes: readonly SafeTime[];
  readonly sayIfOtherAnswers: string | null;
  readonly codeWord: string | null;
  readonly offenceGroup: OffenceGroup;
  readonly whenBand: WhenBand;
  readonly relationship: Relationship;
  readonly suspectAccess: readonly SuspectAccess[];
  readonly crimeReference: string | null;
  /** Who rang, when a responder keys an officer's referral. */
  readonly phonedBy: { readonly name: string; readonly unit: string | null } | null;
  /** Who referred, when it was neither the person nor the police. */
  readonly referrer: ReferrerInput | null;
}

/** What stands in for a safe route. `by`: when the officer asks again, and needed for that. */
export interface AlternativeInput {
  readonly kind: AlternativeKind;
  readonly by: Instant | null;
}

export interface ReferrerInput {
  readonly name: string;
  readonly organisation: string | null;
  /** A telephone number in E.164. */
  readonly phone: string | null;
}
