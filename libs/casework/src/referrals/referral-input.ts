import type {
  Agreement,
  Danger,
  Instant,
  LanguageNeed,
  OffenceGroup,
  Permission,
  Relationship,
  Route,
  SafeTime,
  Source,
  SuspectAccess,
  WhenBand,
} from '#libs/domain';

/** What an officer tells us: what is needed to call safely, and no narrative (practice §3, §5). */
export interface ReferralInput {
  readonly source: Source;
  readonly reportedAt: Instant;
  readonly agreement: Agreement;
  readonly dangers: readonly Danger[];
  readonly district: string;
  readonly nameToAskFor: string;
  readonly fullName: string | null;
  readonly age:
    { readonly kind: 'years'; readonly years: number } | { readonly kind: 'born'; readonly bornOn: string };
  readonly languageNeed: LanguageNeed;
  /** Null: no safe number yet. The clock runs all the same, and somebody must find one. */
  readonly route: RouteInput | null;
  readonly safeTimes: readonly SafeTime[];
  readonly sayIfOtherAnswers: string | null;
  readonly codeWord: string | null;
  readonly offenceGroup: OffenceGroup;
  readonly whenBand: WhenBand;
  readonly relationship: Relationship;
  readonly suspectAccess: readonly SuspectAccess[];
  readonly crimeReference: string | null;
}

export interface RouteInput {
  readonly kind: Route['kind'];
  /** A telephone number in E.164. */
  readonly value: string;
  readonly whose: string | null;
  readonly call: Permission;
  readonly text: Permission;
  readonly voicemail: Permission;
}
