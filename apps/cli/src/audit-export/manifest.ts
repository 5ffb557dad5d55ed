/** What an export for auditors consists of, and of when it is. */
export interface ExportManifest {
  readonly format: 'waymark-audit-1';
  readonly instanceId: string;
  /** By the database's own clock. */
  readonly madeAt: string;
  /** By the clock of the service: what figures are counted as at. */
  readonly asAt: string;
  readonly rows: RowCounts;
}

export interface RowCounts {
  /** Sealed rows of both tables: lines of leaves.txt. */
  readonly leaves: number;
  readonly journal: number;
  readonly access: number;
  readonly heads: number;
  /** Not sealed yet, and therefore not proven. */
  readonly waiting: number;
  readonly waitingAccess: number;
  /** Passed over by a seal: there should be none. */
  readonly late: number;
}

export const FILES = {
  manifest: 'manifest.json',
  keys: 'keys.json',
  publicKeys: 'public.pem',
  heads: 'heads.jsonl',
  proofs: 'proofs.json',
  leaves: 'leaves.txt',
  journal: 'journal.jsonl',
  access: 'access.txt',
  waiting: 'waiting.jsonl',
  late: 'late.jsonl',
} as const;

const COUNTS: readonly (keyof RowCounts)[] = [
  'leaves',
  'journal',
  'access',
  'heads',
  'waiting',
  'waitingAccess',
  'late',
];

export function isManifest(value: unknown): value is ExportManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, instanceId, madeAt, asAt, rows } = value as Record<string, unknown>;
  return (
    format === 'waymark-audit-1' &&
    typeof instanceId === 'string' &&
    typeof madeAt === 'string' &&
    typeof asAt === 'string' &&
    !Number.isNaN(Date.parse(asAt)) &&
    typeof rows === 'object' &&
    rows !== null &&
    COUNTS.every((name) => Number.isSafeInteger((rows as Record<string, unknown>)[name]))
  );
}
