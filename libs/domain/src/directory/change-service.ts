import type { StaffActor } from '../access';
import type { AgencyId } from '../ids';
import type { CoverageBasis } from './codes';
import { holdsDay } from './coverage';
import type { CivilDate, DirectoryService } from './service';

/** What somebody may write of a service; which version it becomes and whose it is are not theirs to say. */
export type ServiceDraft = Omit<DirectoryService, 'id' | 'agencyId' | 'version' | 'state'>;

/** The version after this one: what is not named stays, and the number is one higher. */
export function nextVersion(
  service: DirectoryService,
  change: Partial<ServiceDraft> & { readonly state?: DirectoryService['state'] },
): DirectoryService {
  return { ...service, ...change, version: service.version + 1 };
}

export type ConfirmRefusal = 'not-covered' | 'confirmed-already';

/**
 * The service with one district confirmed: the row that holds on `on` gets the best evidence, resting on what was
 * asked or read. Nothing else changes, and rows of other times keep what was known of them.
 */
export function confirmCoverage(
  service: DirectoryService,
  asked: { readonly district: string; readonly on: CivilDate; readonly basis: CoverageBasis },
):
  | { readonly kind: 'confirmed'; readonly service: DirectoryService }
  | { readonly kind: 'refused'; readonly reason: ConfirmRefusal } {
  const { district, on, basis } = asked;
  const row = service.coverage.find((each) => each.district === district && holdsDay(each, on));
  if (service.state === 'retired' || row === undefined) return { kind: 'refused', reason: 'not-covered' };
  if (row.evidence === 'confirmed') return { kind: 'refused', reason: 'confirmed-already' };
  const coverage = service.coverage.map((each) =>
    each === row ? { ...row, evidence: 'confirmed' as const, basis } : each,
  );
  return { kind: 'confirmed', service: nextVersion(service, { coverage }) };
}

/** Administrators keep every service's room, a coordinator the own agency's; the database asks the same. */
export function keepsCapacityOf(actor: StaffActor, agencyId: AgencyId): boolean {
  if (actor.role === 'administrator') return true;
  return actor.role === 'provider-coordinator' && actor.agencyId === agencyId;
}

/** The parts in which a service is shown and edited, each with what it holds. */
export const SERVICE_PARTS = {
  basics: ['name', 'kind', 'reachedBy', 'stage', 'source'],
  who: [
    'ages',
    'genders',
    'womenOnlySpace',
    'workerGenders',
    'eligibility',
    'languages',
    'interpreters',
    'access',
  ],
  coverage: ['coverage'],
  opening: ['opening'],
  closures: ['closures'],
  places: ['locations'],
  inbox: ['inbox'],
  funding: ['funding'],
  state: ['state'],
} as const satisfies Readonly<Record<string, readonly (keyof DirectoryService)[]>>;
export type ServicePartKey = keyof typeof SERVICE_PARTS;

/** Which parts two versions of a service differ in, in the order of the page. */
export function changedParts(before: DirectoryService, after: DirectoryService): readonly ServicePartKey[] {
  return (Object.keys(SERVICE_PARTS) as ServicePartKey[]).filter((part) =>
    SERVICE_PARTS[part].some((key) => stable(before[key]) !== stable(after[key])),
  );
}

/** The same text for the same value whatever the order of its keys: the database keeps an order of its own. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
