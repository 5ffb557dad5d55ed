import {
  COMPARABILITY,
  FRAMEWORK_SIDES,
  labelFaults,
  REPORT_CHANNELS,
  ROLES,
  WEEKDAYS,
  type AgencyId,
  type DeadlinePolicy,
  type FrameworkOutcome,
  type Span,
  type SupportLabels,
  type TeamId,
  type UserId,
  type Weekday,
  type WeeklySchedule,
} from '#libs/domain';
import * as shape from './shape';
import type { Shape, ValueOf } from './shape';

const AGENCY_KINDS = ['police', 'responder', 'provider', 'commissioner', 'operator'] as const;

/** The last figures of a number, in groups: nothing that could be dialled by mistake as something else. */
const phone = shape.text(/^\d[\d ]{3,}\d$/, 'a telephone number in figures and spaces');

/** Said of a fact that was read somewhere: a site, or a file with its version. */
const source = shape.text(/\w\.\w/, 'where it was read: a site or a file');

export const AREA = shape.record({
  id: shape.text(/^[a-z][a-z0-9-]*$/, 'the name of the folder'),
  name: shape.text(),
  sample: shape.nullable(shape.text()),
  timezone: shape.text(),
  referencePrefix: shape.text(/^[A-HJKMNP-TV-Z]{2,4}$/, 'two to four capitals without I, L, O and U'),
  serviceName: shape.text(),
  tellingWords: shape.listOf(shape.text(/^[\p{Ll}\p{N}]{3,}$/u, 'the beginning of a word, in small letters')),
  sarcLine: shape.record({
    name: shape.text(),
    phone: shape.nullable(phone),
    findAt: shape.httpsAddress,
    source,
  }),
  agencies: shape.listOf(
    shape.record({
      id: shape.id<AgencyId>(),
      kind: shape.oneOf(AGENCY_KINDS),
      name: shape.text(),
      sarc: shape.orElse(shape.yesOrNo, false),
      source: shape.orElse(source, null),
    }),
    { atLeast: 1 },
  ),
  teams: shape.listOf(
    shape.record({ id: shape.id<TeamId>(), agencyId: shape.id<AgencyId>(), name: shape.text() }),
    { atLeast: 1 },
  ),
  desk: shape.record({ agencyId: shape.id<AgencyId>(), teamId: shape.id<TeamId>() }),
});

export const DISTRICTS = shape.record({
  source,
  licence: shape.text(),
  districts: shape.listOf(
    shape.record({
      code: shape.text(/^[A-Z]\d{8}$/, 'a code of the Office for National Statistics, such as E07999999'),
      name: shape.text(),
      from: shape.nullable(shape.day),
      to: shape.nullable(shape.day),
    }),
    { atLeast: 1 },
  ),
});

const span: Shape<Span> = (value, at) => {
  const ends = shape.listOf(shape.text(/^\d\d:\d\d(:\d\d)?$/, 'a time such as 09:00'))(value, at);
  if (ends === undefined) return undefined;
  const [opens, closes] = ends;
  if (ends.length === 2 && opens !== undefined && closes !== undefined) return [opens, closes];
  return at.fault('is not a pair of times', 'Write ["09:00", "17:00"]');
};
const ofDay = shape.orElse(shape.listOf(span), []);

/** A day that is left out is closed. */
export const WEEK: Shape<WeeklySchedule> = shape.record(
  Object.fromEntries(WEEKDAYS.map((name) => [name, ofDay])) as Record<Weekday, typeof ofDay>,
);

export const CALENDARS = shape.listOf(
  shape.record({
    id: shape.text(),
    version: shape.number({ from: 1, whole: true }),
    source: shape.text(),
    timezone: shape.text(),
    schedule: WEEK,
    holidays: shape.oneOf(['england-and-wales']),
  }),
  { atLeast: 1 },
);

/** Whether the promise can be kept is for the domain to say; here are only its fields and their kinds. */
const policy: Shape<DeadlinePolicy> = (value, at) => {
  const read = shape.record({
    id: shape.text(),
    version: shape.number({ from: 1, whole: true }),
    promise: shape.oneOf(['first-contact']),
    clockStart: shape.oneOf(['reported-at', 'victim-agreed-at', 'received-at']),
    stoppedBy: shape.oneOf(['first-attempt', 'first-safe-reach', 'first-conversation', 'first-engagement']),
    limbs: shape.listOf(limb, { atLeast: 1 }),
    bindingLimb: shape.text(),
    calendar: shape.text(),
    escalation: shape.record({
      repeatEverySeconds: shape.number({ from: 1, whole: true }),
      stepUpAtRepeat: shape.number({ from: 1, whole: true }),
      onCall: shape.record({
        timezone: shape.text(),
        schedule: WEEK,
        holidays: shape.listOf(shape.day),
      }),
    }),
    nextStepSeconds: shape.number({ from: 1, whole: true }),
  })(value, at);
  return read;
};

const warnings = shape.listOf(shape.number({ from: 1, whole: true }));

const limb: Shape<DeadlinePolicy['limbs'][number]> = (value, at) => {
  const kind = shape.isObject(value) ? value['kind'] : undefined;
  if (kind === 'elapsed')
    return shape.record({
      id: shape.text(),
      kind: shape.oneOf(['elapsed']),
      seconds: shape.number({ from: 1, whole: true }),
      warnSecondsBefore: warnings,
    })(value, at);
  return shape.record({
    id: shape.text(),
    kind: shape.oneOf(['working-day']),
    reading: shape.oneOf(['A', 'B', 'C']),
    days: shape.number({ from: 1, whole: true }),
    closesAt: shape.text(/^\d\d:\d\d$/, 'a time such as 17:00'),
    warnSecondsBefore: warnings,
  })(value, at);
};

export const POLICIES = shape.listOf(
  shape.record({
    referralSource: shape.oneOf(REPORT_CHANNELS),
    illustrative: shape.nullable(shape.text()),
    policy,
  }),
  { atLeast: 1 },
);

export const PERSONAS = shape.listOf(
  shape.record({
    key: shape.text(/^[a-z][a-z-]*$/, 'a word in small letters'),
    subject: shape.text(),
    userId: shape.id<UserId>(),
    role: shape.oneOf(ROLES),
    label: shape.text(),
    agencyId: shape.id<AgencyId>(),
    teamId: shape.nullable(shape.id<TeamId>()),
    name: shape.text(/^Sample \S/, 'an invented name that begins with Sample'),
    email: shape.text(/^[^@\s]+@[a-z.]+\.example$/, 'an address that ends in .example'),
    tryFirst: shape.listOf(
      shape.record({ text: shape.text(), path: shape.text(/^\//, 'a path that begins with /') }),
    ),
  }),
);

export const SUPPORT = shape.record({
  leaveTo: shape.httpsAddress,
  lines: shape.listOf(
    shape.record({
      name: shape.text(),
      forWhom: shape.text(),
      phone,
      hours: shape.text(),
      source,
    }),
    { atLeast: 1 },
  ),
});

const weights: Shape<Readonly<Record<string, number>>> = (value, at) => {
  if (!shape.isObject(value)) return at.fault('is not an object', 'Write a weight for each district code');
  const read = Object.entries(value).map(
    ([code, weight]) => [code, shape.number({ from: 0 })(weight, at.at(code))] as const,
  );
  return read.some(([, weight]) => weight === undefined)
    ? undefined
    : (Object.fromEntries(read) as Record<string, number>);
};

export const SAMPLE_YEAR = shape.record({ basis: shape.text(), districtWeights: weights });

export const PUBLIC_COUNTS = shape.record({
  counts: shape.listOf(
    shape.record({
      what: shape.text(),
      place: shape.text(),
      period: shape.text(),
      count: shape.number({ from: 0 }),
      definition: shape.text(),
      source: shape.text(),
      comparability: shape.oneOf(COMPARABILITY),
      note: shape.text(),
    }),
  ),
});

const OUTCOME = shape.record({
  id: shape.text(/^[a-z][a-z-]*$/, 'a word in small letters'),
  side: shape.oneOf(FRAMEWORK_SIDES),
  words: shape.text(),
  source: shape.text(),
});

const HELD = shape.record({ heldBy: shape.text(), why: shape.text() });
const MEASURED = shape.record({ measures: shape.listOf(shape.text()) });

/** Of the two ways to answer an outcome, the one whose field is there. */
const outcome: Shape<FrameworkOutcome> = (value, at) => {
  if (!shape.isObject(value)) return at.fault('is not an object', 'Write its fields in curly brackets');
  const { measures, heldBy, why, ...rest } = value;
  const said = OUTCOME(rest, at);
  if (measures === undefined) {
    const held = HELD({ heldBy, why }, at);
    return said && held && { ...said, answer: { kind: 'held-elsewhere', ...held } };
  }
  if (heldBy !== undefined) return at.fault('has two answers', 'Name measures, or who holds it: not both');
  const measured = MEASURED({ measures }, at);
  return said && measured && { ...said, answer: { kind: 'measures', ...measured } };
};

/** `outcomes-framework.json`; that every measure is known is checked when it is read. */
export const OUTCOMES_FRAMEWORK = shape.record({
  title: shape.text(),
  source: shape.text(),
  outcomes: shape.listOf(outcome, { atLeast: 1 }),
  boards: shape.listOf(shape.record({ name: shape.text(), receives: shape.text(), source: shape.text() }), {
    atLeast: 1,
  }),
});

/** A fault of a label names its place and what to write there, with a colon between them. */
export const LABELS: Shape<SupportLabels> = (value, at) => {
  const faults = labelFaults(withoutComment(value));
  for (const fault of faults) {
    const [place = '', ...rest] = fault.split(': ');
    at.at(place).fault('is not a label', rest.join(': '));
  }
  return faults.length === 0 ? (withoutComment(value) as SupportLabels) : undefined;
};

function withoutComment(value: unknown): unknown {
  if (!shape.isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$comment'));
}

export type AreaFile = ValueOf<typeof AREA>;
export type CalendarFile = ValueOf<typeof CALENDARS>[number];
