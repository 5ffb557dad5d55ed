import type { Instant } from '../time';
import { DATA_CLASSES, type DataClass, type Purpose, type Recipient } from './codes';
import { mayShare, type ShareDecision } from './may-share';
import type { ConsentEntry } from './ledger';

export interface MatrixLine {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
}

export interface MatrixRow<Entry extends ConsentEntry = ConsentEntry> extends MatrixLine {
  readonly cells: readonly { readonly dataClass: DataClass; readonly decision: ShareDecision<Entry> }[];
}

/**
 * Who may see what, right now: a row for each line that is always shown and each that the ledger has an answer for, a
 * cell for each class of data.
 */
export function consentMatrix<Entry extends ConsentEntry>(
  ledger: readonly Entry[],
  { always, now }: { always: readonly MatrixLine[]; now: Instant },
): readonly MatrixRow<Entry>[] {
  const lines = new Map<string, MatrixLine>();
  for (const { recipient, purpose } of [...always, ...ledger]) {
    lines.set(`${recipient} ${purpose}`, { recipient, purpose });
  }
  return [...lines.values()].map((line) => ({
    ...line,
    cells: DATA_CLASSES.map((dataClass) => ({
      dataClass,
      decision: mayShare(ledger, { ...line, dataClass }, now),
    })),
  }));
}
