import type { DayOfLooking, Instant, PersonId, UnusualAccess, UserId } from '#libs/domain';

export interface SealedNames {
  readonly users: readonly { readonly userId: UserId; readonly sealed: Buffer }[];
  /** The identity of each person; without those who have not agreed that we learn who they are. */
  readonly people: readonly { readonly personId: PersonId; readonly sealed: Buffer }[];
}

export interface UnusualAccessStore {
  /** When anybody first looked at anybody after the days that are judged; null when nobody has. */
  firstUnjudged(): Promise<Instant | null>;
  /**
   * Who looked at whom in a span of time, as far as it tells who somebody is or how to reach them. Work is an act in a
   * case of the person in `workedIn`, owning or being given such a case, or having made its referral.
   */
  lookedIn(
    span: { readonly from: Instant; readonly until: Instant },
    workedIn: { readonly from: Instant; readonly until: Instant },
  ): Promise<readonly DayOfLooking<UserId, PersonId>[]>;
  sealedNames(asked: {
    readonly userIds: readonly UserId[];
    readonly personIds: readonly PersonId[];
  }): Promise<SealedNames>;
  /** Writes down what was found of one civil day and that it is judged; nothing when somebody else has judged it. */
  judged(
    day: { readonly on: string; readonly until: Instant },
    made: {
      readonly found: readonly UnusualAccess<UserId, PersonId>[];
      readonly ruleVersion: number;
      readonly now: Instant;
    },
  ): Promise<void>;
}
