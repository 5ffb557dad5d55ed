import {
  buildCalendar,
  frameworkFaults,
  MEASURES,
  policyFaults,
  REPORT_CHANNELS,
  type FrameworkFault,
  type OutcomesFramework,
} from '#libs/domain';
import type { AreaDistrict, AreaPolicy, Persona, SampleYear } from './area-pack';
import type { PackCalendar } from './calendars-of';
import type { AreaFile } from './file-shapes';
import type { PackPlace } from './pack-faults';

/** Whether what a file says of agencies and teams holds together. */
export function checkArea(area: AreaFile, folder: string, at: PackPlace): void {
  if (area.id !== folder) at.at('id').fault(`is "${area.id}"`, `Write "${folder}", the name of its folder`);
  if (!isZone(area.timezone))
    at.at('timezone').fault(`"${area.timezone}" is no IANA zone`, 'Write one such as Europe/London');
  checkOnce(
    area.agencies.map(({ id }) => id),
    at.at('agencies'),
    'agency id',
  );
  checkOnce(
    area.teams.map(({ id }) => id),
    at.at('teams'),
    'team id',
  );
  area.teams.forEach(({ agencyId }, index) => {
    if (!area.agencies.some(({ id }) => id === agencyId))
      at.at('teams').at(index).fault('is of an agency that is not listed', 'Name an agency of this file');
  });
  const { agencyId, teamId } = area.desk;
  if (area.agencies.find(({ id }) => id === agencyId)?.kind !== 'responder')
    at.at('desk').fault('is not at an agency of kind responder', 'Name the agency whose responders call');
  if (area.teams.find(({ id }) => id === teamId)?.agencyId !== agencyId)
    at.at('desk').fault('names a team of another agency', 'Name a team of the agency of the desk');
  for (const kind of ['police', 'commissioner', 'operator'] as const) {
    if (!area.agencies.some((agency) => agency.kind === kind))
      at.at('agencies').fault(`has none of kind ${kind}`, 'Add it: somebody must refer, audit and operate');
  }
}

/** A code stands for one district on any day; a row that ends no later than it begins was never there. */
export function checkDistricts(districts: readonly AreaDistrict[], at: PackPlace): void {
  districts.forEach(({ code, from, to }, index) => {
    const place = at.at('districts').at(index);
    if (from !== null && to !== null && to <= from)
      place.fault(`ends on ${to} and begins on ${from}`, 'Let it end after it begins, or take it out');
    const other = districts.findIndex(
      (row, before) => before < index && row.code === code && overlap(row, { from, to }),
    );
    if (other >= 0)
      place.fault(
        `${code} stands already at districts[${other}] on some of these days`,
        'End one before the other begins',
      );
  });
  if (!districts.some(({ from }) => from === null))
    at.at('districts').fault('begin only later', 'Let those of the beginning have "from": null');
}

type Period = Pick<AreaDistrict, 'from' | 'to'>;

function overlap(one: Period, other: Period): boolean {
  const before = (a: Period, b: Period): boolean => a.to !== null && b.from !== null && a.to <= b.from;
  return !before(one, other) && !before(other, one);
}

/** What nobody there has promised is called an illustration, and what they have promised is not. */
export function checkIllustrations(
  policies: readonly AreaPolicy[],
  { sample }: Pick<AreaFile, 'sample'>,
  at: PackPlace,
): void {
  policies.forEach(({ illustrative }, index) => {
    const place = at.at(index).at('illustrative');
    if (sample !== null && illustrative === null)
      place.fault('says nothing, and this area is a sample', 'Say that nobody there has promised it');
    if (sample === null && illustrative !== null)
      place.fault('calls a promise of this area an illustration', 'Write null, or a sample in area.json');
  });
}

export function checkPolicies(
  policies: readonly AreaPolicy[],
  calendars: readonly PackCalendar[],
  at: PackPlace,
): void {
  policies.forEach(({ policy }, index) => {
    const place = at.at(index).at('policy');
    for (const fault of policyFaults(policy))
      place.fault(`${policy.id} cannot be kept: ${fault}`, 'Correct its limbs, warnings or repeats');
    if (!calendars.some(({ id }) => id === policy.calendar))
      place.at('calendar').fault(`there is no calendar ${policy.calendar}`, 'Name one of calendars.json');
    const onCall = buildCalendar(policy.escalation.onCall);
    if (onCall.kind === 'refused')
      place.at('escalation.onCall').fault(`cannot be used: ${onCall.reason}`, 'Correct its zone or hours');
  });
  for (const channel of REPORT_CHANNELS) {
    if (!policies.some(({ referralSource }) => referralSource === channel))
      at.fault(`has no policy for "${channel}"`, 'Add one, or no clock starts for those referrals');
  }
}

/** Who can sign in works where the pack says, once each. */
export function checkPersonas(personas: readonly Persona[], area: AreaFile, at: PackPlace): void {
  for (const [what, values] of [
    ['key', personas.map(({ key }) => key)],
    ['userId', personas.map(({ userId }) => userId)],
    ['subject', personas.map(({ subject }) => subject)],
  ] as const)
    checkOnce(values, at, what);
  personas.forEach(({ agencyId, teamId }, index) => {
    if (!area.agencies.some(({ id }) => id === agencyId))
      at.at(index).at('agencyId').fault('is of no agency in area.json', 'Name an agency of the pack');
    if (teamId !== null && area.teams.find(({ id }) => id === teamId)?.agencyId !== agencyId)
      at.at(index).at('teamId').fault('is no team of that agency', 'Name one of its teams, or null');
  });
}

export function checkSampleYear(
  { districtWeights }: SampleYear,
  districts: readonly AreaDistrict[],
  at: PackPlace,
): void {
  for (const code of Object.keys(districtWeights)) {
    if (!districts.some((district) => district.code === code))
      at.at('districtWeights').at(code).fault('is no district of the pack', 'Take it out or correct it');
  }
}

function checkOnce(values: readonly string[], at: PackPlace, what: string): void {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  for (const value of new Set(twice)) at.fault(`has the ${what} ${value} twice`, 'Keep it once');
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const FRAMEWORK_REMEDY: Readonly<Record<FrameworkFault['kind'], string>> = {
  twice: 'Give each outcome a name of its own',
  'no-answer': 'Name at least one measure, or who holds it',
  'no-such-measure': `Name one of ${MEASURES.map(({ id }) => id).join(', ')}`,
};

/** Every outcome is answered, by measures of the catalogue or by somebody. */
export function checkFramework(framework: OutcomesFramework, at: PackPlace): void {
  for (const { at: index, kind, said } of frameworkFaults(framework, MEASURES))
    at.at('outcomes').at(index).fault(`${said}: ${kind}`, FRAMEWORK_REMEDY[kind]);
}
