import type { LeafContent } from '../journal';

/** One journal row as an export carries it: what the leaf hash covers, the hash, and where the row stood. */
export interface ExportLine extends LeafContent {
  readonly leafHash: string;
  readonly era: number;
  /** Text, because positions may be larger than a JavaScript number. */
  readonly position: string;
}

const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  subject: isSubject,
  sequence: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  caseId: isTextOrNull,
  type: isText,
  version: Number.isSafeInteger,
  happenedAt: isText,
  recordedAt: isText,
  actor: (value) => hasExactly(value, ['kind', 'id', 'process']),
  agencyId: isTextOrNull,
  reason: isTextOrNull,
  payload: (value) => typeof value === 'object' && value !== null,
  leafHash: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  era: Number.isSafeInteger,
  position: (value) => typeof value === 'string' && /^\d+$/.test(value),
};

/** Exactly these members and no other: an unhashed extra could be read as part of the row. */
export function isExportLine(value: unknown): value is ExportLine {
  if (!hasExactly(value, Object.keys(MEMBERS))) return false;
  return Object.entries(MEMBERS).every(([name, isSound]) => isSound(value[name]));
}

function isSubject(value: unknown): boolean {
  return hasExactly(value, ['kind', 'id']) && isText(value.kind) && isText(value.id);
}

function hasExactly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === names.length && names.every((name) => Object.hasOwn(value, name));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}
