import type { CodeCount, CodeQuarter, Instant, ReleasedCodeLine, RuleVersion } from '#libs/domain';

export interface CodeReleaseStore {
  isReleased(quarter: CodeQuarter): Promise<boolean>;
  /** The entitlements that a quarter opened, by how they stand now. */
  countedOf(quarter: CodeQuarter): Promise<readonly CodeCount[]>;
  /** Writes the figures of a quarter down for good; nothing when somebody else has done so. */
  release(
    quarter: CodeQuarter,
    made: { readonly lines: readonly ReleasedCodeLine[]; readonly rule: RuleVersion; readonly now: Instant },
  ): Promise<void>;
}
