import type { ServiceDraft } from '../change-service';
import { isUnconfirmed } from '../codes';
import type { CoverageRow, DirectoryService } from '../service';
import type { OrService } from './shape';
import type { OwnTerms, Taxonomy } from './terms';

/** What a file says of a service that is more than assumed. */
export type Stated = readonly (keyof ServiceDraft)[];

const BY_TERM: Readonly<Partial<Record<keyof ServiceDraft, Taxonomy>>> = {
  kind: 'kind',
  reachedBy: 'reached-by',
  stage: 'stage',
  genders: 'gender-served',
  womenOnlySpace: 'women-only-space',
  interpreters: 'interpreters',
  source: 'source',
  opening: 'opening',
};

/** Lists that a file of ours leaves out when they are empty: there they are stated by the file being ours. */
const WITH_OURS = [
  'workerGenders',
  'eligibility',
  'access',
  'closures',
  'funding',
  'coverage',
  'inbox',
] as const;

/** Which parts of a service a file states itself: by its terms, by the fields it has, or by being a file of ours. */
export function statedIn(written: OrService, terms: OwnTerms): Stated {
  const ours = terms.one('kind') !== undefined;
  const byTerm = (Object.keys(BY_TERM) as (keyof typeof BY_TERM)[]).filter((key) => {
    const taxonomy = BY_TERM[key];
    return taxonomy !== undefined && terms.one(taxonomy) !== undefined;
  });
  return [
    'name',
    ...byTerm,
    ...(ours ? WITH_OURS : []),
    ...(ours || written.minimum_age !== undefined || written.maximum_age !== undefined
      ? (['ages'] as const)
      : []),
    ...(ours || written.languages !== undefined ? (['languages'] as const) : []),
    ...(ours || written.service_at_locations !== undefined ? (['locations'] as const) : []),
  ];
}

/**
 * A service that is here, with what a file states of it and nothing that was only assumed: somebody else's file, which
 * knows none of our terms, must not take away what was confirmed here. Its week and its e-mail address are taken.
 * Whether the service is open is never taken: that is an act of its own, and a file may be old.
 */
export function mergeImported(
  current: DirectoryService,
  { service, stated }: { readonly service: DirectoryService; readonly stated: Stated },
): DirectoryService {
  const taken = Object.fromEntries(stated.map((key) => [key, service[key]])) as Partial<ServiceDraft>;
  const week = Object.keys(service.opening.schedule).length > 0;
  const opening =
    taken.opening ?? (week ? { ...current.opening, schedule: service.opening.schedule } : current.opening);
  const inbox = taken.inbox ?? {
    ...current.inbox,
    email: service.inbox.email ?? current.inbox.email,
    phone: service.inbox.phone ?? current.inbox.phone,
  };
  const coverage = withoutItsWord(taken.coverage ?? current.coverage, current.coverage);
  return { ...current, ...taken, coverage, opening, inbox, version: current.version + 1 };
}

/**
 * Coverage out of a file without its own word for how well it is known: a named person confirms a district, a file does
 * not. A row that stands here for the same district and days keeps what is known of it; any other that the file calls
 * known is taken as recalled until somebody confirms it.
 */
export function withoutItsWord(
  rows: readonly CoverageRow[],
  known: readonly CoverageRow[] = [],
): readonly CoverageRow[] {
  return rows.map((row) => {
    const here = known.find(
      ({ district, from, to }) => district === row.district && from === row.from && to === row.to,
    );
    if (here !== undefined) return { ...row, evidence: here.evidence, basis: here.basis };
    return isUnconfirmed(row.evidence) ? row : { ...row, evidence: 'recalled' };
  });
}
