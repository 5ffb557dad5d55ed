import type { OrService } from '#libs/domain';
import { openReferralFaults } from './open-referral.schema';
import { termFaults } from './term-shapes';
import { holdsUnsoundText } from './unsound-text';

/** One service of a file: sound by the schema, or with what it breaks of it. */
export type OpenReferralRecord = { readonly place: number } & (
  | { readonly kind: 'sound'; readonly service: OrService }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
);

export type OpenReferralRead =
  | { readonly kind: 'read'; readonly records: readonly OpenReferralRecord[] }
  | { readonly kind: 'unreadable'; readonly reason: 'not-json' | 'no-services' | 'too-many' | 'too-long' };

/** More than a county has; a file beyond it is of something else. */
export const MOST_RECORDS = 500;

/** In characters. A service with everything that the format has is well under ten thousand. */
export const LONGEST_FILE = 10_000_000;

/** A file of one service, a list of them, or a page of them as an Open Referral API answers it (`contents`). */
export function readOpenReferral(text: string): OpenReferralRead {
  if (text.length > LONGEST_FILE) return { kind: 'unreadable', reason: 'too-long' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', reason: 'not-json' };
  }
  const services = servicesIn(file);
  if (services.length === 0) return { kind: 'unreadable', reason: 'no-services' };
  if (services.length > MOST_RECORDS) return { kind: 'unreadable', reason: 'too-many' };
  return { kind: 'read', records: services.map(recordOf) };
}

function recordOf(service: unknown, index: number): OpenReferralRecord {
  const faults = faultsOf(service);
  const place = index + 1;
  return faults.length === 0
    ? { place, kind: 'sound', service: service as OrService }
    : { place, kind: 'faulty', faults };
}

/** By the schema first: what follows reads fields whose kinds the schema has made sure of. */
function faultsOf(service: unknown): readonly string[] {
  if (holdsUnsoundText(service)) return ['It holds a character that cannot be kept'];
  const faults = openReferralFaults(service);
  return faults.length > 0 ? faults : termFaults(service as OrService);
}

function servicesIn(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  if (typeof file !== 'object' || file === null) return [];
  const { contents } = file as { contents?: unknown };
  return Array.isArray(contents) ? contents : [file];
}
