import type { Snapshot } from '#libs/domain';
import { notFound } from '../../errors/problem';

export type SnapshotAddress = Pick<Snapshot, 'quarter' | 'version'>;

const QUARTER = /^(19|20|21)\d\d-(01|04|07|10)$/;
const VERSION = /^[1-9]\d{0,3}$/;

/** A quarter and version out of an address; throws not found on anything else. */
export function readAddress(quarter: unknown, version: unknown): SnapshotAddress {
  if (typeof quarter !== 'string' || typeof version !== 'string') throw notFound();
  if (!QUARTER.test(quarter) || !VERSION.test(version)) throw notFound();
  return { quarter, version: Number(version) };
}

/** `2026-07.2` is version 2 of July to September 2026. */
export function readName(name: unknown): SnapshotAddress {
  const [quarter, version, ...rest] = typeof name === 'string' ? name.split('.') : [];
  if (rest.length > 0) throw notFound();
  return readAddress(quarter, version);
}
