import type { ChangeKindCode, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import type { RuleChange } from '../policies/rule-facts';

/** A part of a preview: sentences, and a table where there is something to compare. */
export interface PreviewSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly after?: readonly string[];
}

export interface ViewedChange {
  readonly subject: string;
  readonly basedOnVersion: number;
  readonly body: object;
}

export interface ViewReading {
  readonly now: Instant;
  readonly timezone: string;
}

/**
 * How one kind of change is shown: what it would change, and what it would have meant. Read afresh each time under
 * the reader's own rights; nothing is saved.
 */
export interface ProposalView {
  readonly kind: ChangeKindCode;
  title(subject: string): string;
  /** What differs from the version it is based on. */
  changes(manager: EntityManager, change: ViewedChange, reading: ViewReading): Promise<readonly RuleChange[]>;
  preview(
    manager: EntityManager,
    change: ViewedChange,
    reading: ViewReading,
  ): Promise<readonly PreviewSection[]>;
}
