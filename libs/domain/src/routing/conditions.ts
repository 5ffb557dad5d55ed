import { servesAges, SUPPORT_KINDS, type AgesServed } from '../directory';
import { FORENSIC_ACTS, WANTED_SPACES, WANTED_WORKERS } from './codes';
import type { ForensicReading } from './decision';
import type { HoursSince, RoutingFacts } from './facts';
import { mayBe, mayStillBeFound } from './forensic';
import type { HoursCondition, RoutingConditions } from './table';

/** Whether a rule counts for these facts; see `RoutingConditions` for what is read of a fact that is not certain. */
export function mayHold(
  when: RoutingConditions,
  { facts, forensic }: { readonly facts: RoutingFacts; readonly forensic: ForensicReading },
): boolean {
  const { ageNow, ageAtIncident, districts, reported, acts, hours, wanted, space, access } = when;
  const { workerGender, anotherLanguage, domesticAbuse } = when;
  const speaksAnother = facts.languages.length > 0 || facts.interpreterNeeded;
  return (
    (ageNow === undefined || servesAges(ageNow, facts.ageNow) !== 'none') &&
    (ageAtIncident === undefined || mayHaveBeen(ageAtIncident, facts)) &&
    (districts === undefined || (facts.district !== null && districts.includes(facts.district))) &&
    (reported === undefined || reported === facts.reported) &&
    (acts === undefined || (acts.length > 0 && mayBe(facts.acts, acts))) &&
    (hours === undefined || hoursMayHold(hours, facts.hoursSince)) &&
    (when.forensic === undefined || mayStillBeFound(forensic) === (when.forensic === 'may-be-open')) &&
    (wanted === undefined || wanted.some((kind) => facts.wanted.includes(kind))) &&
    (workerGender === undefined || workerGender.includes(facts.workerGender)) &&
    (space === undefined || space.includes(facts.space)) &&
    (anotherLanguage === undefined || anotherLanguage === speaksAnother) &&
    (access === undefined || access.some((code) => facts.access.includes(code))) &&
    (domesticAbuse === undefined || domesticAbuse === facts.domesticAbuse)
  );
}

function mayHaveBeen(ages: AgesServed, { ageAtIncident, ageNow }: RoutingFacts): boolean {
  return servesAges(ages, ageAtIncident ?? { least: 0, most: ageNow.most }) !== 'none';
}

function hoursMayHold({ atLeast, atMost }: HoursCondition, since: HoursSince | null): boolean {
  if (since === null) return true;
  return (
    (atMost === undefined || since.least <= atMost) &&
    (atLeast === undefined || since.most === null || since.most >= atLeast)
  );
}

/** Whether the wider conditions hold wherever the narrower ones do, whatever the facts. */
export function covers(wider: RoutingConditions, narrower: RoutingConditions): boolean {
  return (Object.keys(wider) as (keyof RoutingConditions)[]).every((name) => {
    const said = wider[name];
    if (said === undefined || saysNothing(name, said)) return true;
    const other = narrower[name];
    return other !== undefined && partCovers(said, other);
  });
}

/** Whether the conditions hold for everybody. */
export function holdsForAll(when: RoutingConditions): boolean {
  return covers(when, {});
}

type Part = NonNullable<RoutingConditions[keyof RoutingConditions]>;

function partCovers(wider: Part, narrower: Part): boolean {
  const [all, some] = [codesOf(wider), codesOf(narrower)];
  if (all !== null && some !== null) return some.every((code) => all.includes(code));
  if (typeof wider !== 'object' || typeof narrower !== 'object') return wider === narrower;
  const [outer, inner] = [rangeOf(wider), rangeOf(narrower)];
  return outer.from <= inner.from && outer.to >= inner.to;
}

/** Every code of a list, or a range without ends: said, but it leaves nobody out. */
function saysNothing(name: keyof RoutingConditions, said: Part): boolean {
  const codes = codesOf(said);
  if (codes !== null) return EVERY[name]?.every((code) => codes.includes(code)) ?? false;
  if (typeof said !== 'object') return false;
  const { from, to } = rangeOf(said);
  return from <= 0 && to === Infinity;
}

/** What nobody has said is no code, so `wanted` and `access` leave out whoever asks for nothing. */
const EVERY: Readonly<Partial<Record<keyof RoutingConditions, readonly string[]>>> = {
  acts: FORENSIC_ACTS.filter((act) => act !== 'unknown'),
  workerGender: WANTED_WORKERS,
  space: WANTED_SPACES,
  wanted: SUPPORT_KINDS,
};

function codesOf(part: Part): readonly string[] | null {
  return Array.isArray(part) ? (part as readonly string[]) : null;
}

/** The ends of ages or hours, as numbers. */
export function rangeOf(part: Part): { readonly from: number; readonly to: number } {
  if (typeof part === 'object' && 'from' in part) return { from: part.from, to: part.to ?? Infinity };
  const { atLeast = 0, atMost = Infinity } = part as HoursCondition;
  return { from: atLeast, to: atMost };
}
