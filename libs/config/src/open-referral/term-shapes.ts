import {
  CLOSURE_REASONS,
  COMMISSIONERS,
  EVIDENCE,
  MOST_OPEN_CASES,
  MOST_POSTS,
  OwnTerms,
  PARTED_TAXONOMIES,
  SUPPORT_STAGES,
  type OrService,
  type PartedTaxonomy,
} from '#libs/domain';
import { PackPlace, type PackFault } from '../area-pack/pack-faults';
import * as s from '../area-pack/shape';
import type { Shape } from '../area-pack/shape';

const dates = { from: s.day, to: s.orElse(s.nullable(s.day), null) };

const upTo =
  (shape: Shape<number>, most: number): Shape<number> =>
  (value, at) => {
    const read = shape(value, at);
    return read === undefined || read <= most ? read : at.fault(`is over ${most}`, 'Write a smaller one');
  };

const span = s.listOf(s.text(/^\d\d:\d\d(:\d\d)?$/, 'a time such as 09:00'), { atLeast: 2 });
const instants = s.listOf(s.number({ from: 0 }), { atLeast: 2 });

const overrides: Shape<true> = (value, at) => {
  if (!s.isObject(value)) return at.fault('is not an object', 'Write the spans of each day');
  const read = Object.entries(value).map(([day, spans]) => s.listOf(span)(spans, at.at(day)));
  return read.some((each) => each === undefined) ? undefined : true;
};

/** What each term of ours that has parts must be; the rest are codes, of which unknown ones are left out and named. */
const SHAPES: Readonly<Record<PartedTaxonomy, Shape<unknown>>> = {
  source: s.record({ text: s.text(), sample: s.yesOrNo }),
  opening: s.record({
    timezone: s.text(),
    holidays: s.listOf(s.day),
    knownUntil: s.orElse(s.day, null),
    dateOverrides: s.orElse(overrides, null),
    closed: s.orElse(s.listOf(instants), null),
  }),
  closures: s.listOf(s.record({ from: s.day, to: s.day, why: s.oneOf(CLOSURE_REASONS) })),
  coverage: s.record({ ...dates, evidence: s.oneOf(EVIDENCE), basis: s.text() }),
  funding: s.record({ ...dates, commissioner: s.oneOf(COMMISSIONERS), stage: s.oneOf(SUPPORT_STAGES) }),
  capacity: s.record({
    posts: upTo(s.number({ from: 0 }), MOST_POSTS),
    limit: s.nullable(upTo(s.number({ from: 0, whole: true }), MOST_OPEN_CASES)),
    list: s.oneOf(['open', 'closed']),
    listSince: s.day,
    sample: s.yesOrNo,
  }),
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What in the terms that Waymark itself writes, and in the fields that its readers know and the schema does not, is of
 * another shape than theirs: each as a place, never with the value. A file may have been written by anybody.
 */
export function termFaults(written: OrService): readonly string[] {
  const terms = new OwnTerms(written);
  const found: PackFault[] = [];
  for (const taxonomy of PARTED_TAXONOMIES)
    for (const term of terms.all(taxonomy))
      SHAPES[taxonomy](parsed(term), new PackPlace(found, 'terms', `waymark/${taxonomy}`));
  const faults = found.map(({ path }) => `${path} is not of the shape that it has here`);
  faults.push(...extraFaults(written));
  if (terms.all('team').some((team) => !UUID.test(team)))
    faults.push('waymark/team must match format "uuid"');
  return [...new Set(faults)];
}

/** The profile's schema leaves out telephones and the code of a language; HSDS 3.0 has both. */
function extraFaults({ languages = [], phones = [] }: OrService): readonly string[] {
  if (!Array.isArray(phones)) return ['phones must be array'];
  return [
    ...languages.flatMap(({ code }, place) =>
      isText(code) ? [] : [`languages.${place}.code must be string`],
    ),
    ...(phones as readonly unknown[]).flatMap((phone, place) =>
      s.isObject(phone) && isText(phone['number']) ? [] : [`phones.${place}.number must be string`],
    ),
  ];
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function parsed(term: string): unknown {
  try {
    return JSON.parse(term);
  } catch {
    return undefined;
  }
}
