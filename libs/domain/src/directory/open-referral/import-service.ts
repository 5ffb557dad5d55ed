import type { AgencyId, ServiceId, TeamId } from '../../ids';
import {
  ACCESS_CODES,
  ELIGIBILITY,
  GENDERS_SERVED,
  REACHED_BY,
  SUPPORT_KINDS,
  SUPPORT_STAGES,
  WORKER_GENDERS,
} from '../codes';
import type { DirectoryService, ServiceCapacity } from '../service';
import { isLanguageTag } from '../service-faults';
import type { ImportDefaults } from './import-defaults';
import { closuresIn, coverageIn, fundingIn, locationsIn } from './import-rows';
import { weekOf } from './import-week';
import { statedIn, type Stated } from './merge-imported';
import type { OrService, Unmapped } from './shape';
import { OwnTerms } from './terms';
import { unknownFields } from './unknown-fields';

export interface ImportedService {
  readonly service: DirectoryService;
  readonly agencyName: string;
  /** Null where the file states none. */
  readonly capacity: ServiceCapacity | null;
  /** What the file says itself; the rest of `service` is assumed. */
  readonly stated: Stated;
  readonly unmapped: readonly Unmapped[];
}

/**
 * A service out of a file that the schema has passed. What Waymark wrote comes back as it was; of anything else it
 * takes what it can, says what it assumed and names what it leaves out. A person named as a contact is never taken.
 */
export function fromOpenReferral(written: OrService, defaults: ImportDefaults): ImportedService {
  const terms = new OwnTerms(written);
  const unmapped: Unmapped[] = [...unknownFields(written, terms)];
  const note = (path: string, why: Unmapped['why']): void => void unmapped.push({ path, why });
  const kind = SUPPORT_KINDS.find((code) => code === terms.one('kind'));
  const genders = terms.codes('gender-served', GENDERS_SERVED);
  if (kind === undefined) note('kind', 'assumed');
  if (genders === null) note('genders', 'assumed');
  const languages = (written.languages ?? []).map(({ code }) => code ?? '');
  languages.forEach((code, place) => {
    if (!isLanguageTag(code)) note(`languages[${place}]`, 'language-unknown');
  });
  const id = written.id as ServiceId;
  const service: DirectoryService = {
    id,
    agencyId: (written.organization?.id ?? written.organization_id ?? '') as AgencyId,
    version: 1,
    kind: kind ?? 'counselling',
    name: written.name,
    state: written.status === 'active' || written.status === 'temporarily closed' ? 'open' : 'retired',
    reachedBy: REACHED_BY.find((code) => code === terms.one('reached-by')) ?? 'handed-over',
    stage: SUPPORT_STAGES.find((code) => code === terms.one('stage')) ?? 'recovery',
    funding: fundingIn(written, terms, defaults),
    coverage: coverageIn(written, { terms, defaults, note }),
    ages: { from: written.minimum_age ?? 0, to: written.maximum_age ?? null },
    genders: genders ?? GENDERS_SERVED,
    womenOnlySpace: terms.one('women-only-space') === 'true',
    workerGenders: terms.codes('worker-gender', WORKER_GENDERS) ?? [],
    eligibility: terms.codes('eligibility', ELIGIBILITY) ?? [],
    languages: languages.filter(isLanguageTag),
    interpreters: terms.one('interpreters') === 'true',
    access: terms.codes('access', ACCESS_CODES) ?? [],
    opening: weekOf(written, { terms, defaults, note }),
    closures: closuresIn(terms),
    locations: locationsIn(written, { terms, defaults, note }),
    inbox: {
      teamId: (terms.one('team') ?? null) as TeamId | null,
      email: written.email ?? null,
      phone: written.phones?.[0]?.number ?? null,
    },
    source: sourceIn(written, terms),
  };
  const agencyName = written.organization?.name ?? '';
  const stated = statedIn(written, terms);
  return { service, agencyName, capacity: capacityIn(id, terms), stated, unmapped };
}

function sourceIn({ description }: OrService, terms: OwnTerms): DirectoryService['source'] {
  const parts = terms.parts('source') as Partial<DirectoryService['source']> | undefined;
  if (typeof parts?.text === 'string') return { text: parts.text, sample: parts.sample === true };
  return { text: description ?? 'An Open Referral file', sample: false };
}

function capacityIn(serviceId: ServiceId, terms: OwnTerms): ServiceCapacity | null {
  const parts = terms.parts('capacity') as Partial<ServiceCapacity> | undefined;
  const list = parts?.list;
  if (typeof parts?.posts !== 'number' || typeof parts.listSince !== 'string') return null;
  if (list !== 'open' && list !== 'closed') return null;
  const { posts, listSince } = parts;
  const limit = typeof parts.limit === 'number' ? parts.limit : null;
  return { serviceId, posts, limit, list, listSince, sample: parts.sample === true, revision: 1 };
}
