import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export const ACTS = ['referral', 'attempt', 'consent'] as const;
export type ActKind = (typeof ACTS)[number];

interface Line {
  readonly key: string;
  readonly act: ActKind;
}

/** What the service said it keeps. Instants are the service's own, in ISO 8601. */
export interface Acknowledged extends Line {
  readonly kind: 'acknowledged';
  /** When the answer was here, by the service's clock. */
  readonly at: string;
  /** The rows that the answer named: a referral, an attempt, or the entries of a consent. */
  readonly ids: readonly string[];
  /** A referral says when the person reported; an attempt, when it happened and whether it was a conversation. */
  readonly reportedAt?: string;
  readonly caseId?: string;
  readonly happenedAt?: string;
  readonly conversation?: boolean;
}

export type LedgerLine =
  | (Line & { readonly kind: 'begun' })
  | Acknowledged
  | (Line & { readonly kind: 'refused'; readonly status: number });

/**
 * What was asked and what was acknowledged, in a file. An acknowledgement is on disc before the writer goes on, so that
 * nothing the service acknowledged can be forgotten by the one who asks after it.
 */
export class Ledger {
  private readonly file: number;

  constructor(readonly path: string) {
    this.file = openSync(path, 'a', 0o600);
  }

  write(line: LedgerLine): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    if (line.kind === 'acknowledged') fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

export function readLedger(path: string): readonly LedgerLine[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LedgerLine);
}
