import type { ChangeKindCode, Instant } from '#libs/domain';
import type { ProposalRecord, Transaction } from '../ports';

/** What a proposal would put in force, as its kind checks it. */
export interface ProposedChange {
  readonly subject: string;
  readonly basedOnVersion: number;
  readonly body: object;
  /** When it would take effect. */
  readonly from: Instant;
}

/**
 * One kind of rule that changes by proposal and approval. To add a kind: its code in `CHANGE_KINDS`, one of these in
 * `CHANGE_KINDS_BY_CODE`, its words and preview in the web's `PROPOSAL_VIEWS`, and a row-level policy that lets its
 * version be inserted only under an approved proposal.
 */
export interface ChangeKind {
  readonly kind: ChangeKindCode;
  /** The newest version of the subject, in force or not; null when there is no such subject. */
  newest(
    tx: Transaction,
    subject: string,
  ): Promise<{ readonly version: number; readonly effectiveFrom: Instant; readonly body: object } | null>;
  /** Codes of what makes the change impossible to keep; the page has a sentence for each. */
  faults(tx: Transaction, change: ProposedChange): Promise<readonly string[]>;
  /** Appends the version, in the transaction of the approval. */
  apply(tx: Transaction, approved: ProposalRecord & { readonly effectiveFrom: Instant }): Promise<void>;
}
