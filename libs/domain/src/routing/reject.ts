import { coverageOn, type CivilDate, type DirectoryService } from '../directory';
import { ageBandOf } from '../referral/age-band';
import { maySendToSarc } from '../safeguarding/sarc-route';
import { HARD_REJECTIONS, type HardRejection } from './codes';
import type { RoutingFacts, ServiceLoad } from './facts';

/** What a service is asked on: the facts, the day, and how full it is where that is known. */
export interface Asked {
  readonly facts: RoutingFacts;
  readonly on: CivilDate;
  readonly load: ServiceLoad | null;
}

type Test = (service: DirectoryService, asked: Asked) => boolean;

const TESTS: Readonly<Record<HardRejection, Test>> = {
  retired: ({ state }) => state === 'retired',
  'closed-today': ({ closures }, { on }) => closures.some(({ from, to }) => from <= on && on < to),
  'too-young': ({ ages }, { facts: { ageNow } }) => ageNow.most !== null && ageNow.most < ages.from,
  'too-old': ({ ages }, { facts: { ageNow } }) => ages.to !== null && ageNow.least > ages.to,
  gender: ({ genders }, { facts: { gender } }) => gender !== null && !genders.includes(gender),
  'out-of-area': (service, { facts: { district }, on }) =>
    district !== null && coverageOn(service, { district, on }) === null,
  language: (service, { facts }) => !understands(service, facts),
  access: (service, { facts }) => !meetsAccess(service, facts),
  'not-suitable': ({ agencyId }, { facts }) => facts.barredAgencies.includes(agencyId),
  'tried-already': ({ id }, { facts }) => facts.tried.includes(id),
  'list-closed': (_service, { load }) => load?.list === 'closed',
  'police-or-social-care-first': ({ kind }, { facts }) => kind === 'sarc' && !maySend(facts),
};

/**
 * Everything about the facts that keeps a service out, in the order of `HARD_REJECTIONS`; empty when nothing does. What
 * is not known keeps no service out: a district that is not known, an age that may fit, a gender nobody has said.
 */
export function hardRejections(service: DirectoryService, asked: Asked): readonly HardRejection[] {
  return HARD_REJECTIONS.filter((code) => TESTS[code](service, asked));
}

/** Under 13 the centre is reached through the police or social care alone, by the youngest age that is possible. */
function maySend({ ageNow, told }: RoutingFacts): boolean {
  return maySendToSarc({ band: ageBandOf(ageNow.least), told });
}

/** Whether a service's own staff speak one of these languages, by their first tag; signing counts as a language. */
export function speaks(service: DirectoryService, languages: readonly string[]): boolean {
  if (languages.length === 0) return false;
  const spoken = service.languages.map(primaryTag);
  return languages.some((tag) => spoken.includes(primaryTag(tag)) || (tag === SIGN && signs(service)));
}

const SIGN = 'bfi';

function signs({ access }: DirectoryService): boolean {
  return access.includes('british-sign-language');
}

function primaryTag(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

function understands(service: DirectoryService, { languages, interpreterNeeded }: RoutingFacts): boolean {
  if (service.interpreters) return true;
  return languages.length === 0 ? !interpreterNeeded : speaks(service, languages);
}

/** Met by the service anywhere, or by one of its places together with that; not by two places each in part. */
function meetsAccess({ access, locations }: DirectoryService, { access: needed }: RoutingFacts): boolean {
  if (needed.length === 0) return true;
  const left = needed.filter((code) => !access.includes(code));
  return left.length === 0 || locations.some((place) => left.every((code) => place.access.includes(code)));
}
