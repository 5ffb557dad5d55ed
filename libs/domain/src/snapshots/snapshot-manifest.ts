import type { RestatementReason } from './snapshot';

/** What is signed of a published snapshot. Instants are ISO 8601 in UTC, hashes SHA-256 in hexadecimal. */
export interface SnapshotManifest {
  readonly format: 'waymark-snapshot-1';
  readonly instanceId: string;
  /** The first month of its quarter, `YYYY-MM`. */
  readonly quarter: string;
  readonly version: number;
  readonly countedAt: string;
  readonly signedOffAt: string;
  /** The seal of the journal that stood when it was counted; null where nothing was sealed by then. */
  readonly journal: { readonly seal: number; readonly rows: number; readonly root: string } | null;
  readonly measures: readonly string[];
  readonly policyVersions: readonly string[];
  readonly calendarVersions: readonly string[];
  /** The disclosure rule and its version. */
  readonly disclosureRule: string;
  readonly restates: { readonly version: number; readonly reason: RestatementReason } | null;
  /** Of each table, over its canonical JSON (RFC 8785), in the order of the report. */
  readonly tables: readonly { readonly id: string; readonly sha256: string }[];
  readonly keyId: string;
}
