import {
  CODE_EVENTS,
  CONDITIONS,
  DUTY_HOLDERS,
  EVIDENCE_LEVELS,
  HANDLINGS,
  LIMIT_UNITS,
  MANNERS,
  type CodeVersion,
} from '#libs/domain';
import {
  anything,
  day,
  isObject,
  listOf,
  nullable,
  number,
  oneOf,
  orElse,
  record,
  text,
  yesOrNo,
  type Shape,
  type ValueOf,
} from '../area-pack/shape';

const ID = text<string>(/^R(?:[1-9]|1[0-2])\.[1-9]\d?$/, 'an id such as R4.5');
const VERSION = text<string>(/^[a-z0-9-]{1,20}$/, 'a version such as 2021');
const RIGHT = number({ from: 1, whole: true });
const LIMIT = record({ unit: oneOf(LIMIT_UNITS), value: number({ from: 1, whole: true }) });

const ENTITLEMENT = record({
  id: ID,
  right: RIGHT,
  title: text(),
  owedBy: listOf(oneOf(DUTY_HOLDERS), { atLeast: 1 }),
  opensOn: oneOf(CODE_EVENTS),
  clockStartsOn: oneOf(CODE_EVENTS),
  deliveredOn: listOf(oneOf(CODE_EVENTS)),
  limits: record({ standard: nullable(LIMIT), enhanced: nullable(LIMIT) }),
  manner: nullable(oneOf(MANNERS)),
  proposal: nullable(LIMIT),
  upstream: nullable(
    record({
      from: oneOf(DUTY_HOLDERS),
      to: oneOf(DUTY_HOLDERS),
      clockStartsOn: oneOf(CODE_EVENTS),
      limit: LIMIT,
    }),
  ),
  onlyIf: listOf(oneOf(CONDITIONS)),
  mayDecline: yesOrNo,
  limitsThePerson: yesOrNo,
  repeats: yesOrNo,
  evidence: oneOf(EVIDENCE_LEVELS),
  handling: oneOf(HANDLINGS),
  sources: listOf(text(), { atLeast: 1 }),
  note: nullable(text()),
});

/** A version with all of its rows. */
export const WHOLE_VERSION: Shape<CodeVersion> = (value, at) => {
  const read = record({
    about: text(),
    version: VERSION,
    name: text(),
    status: oneOf(['in-force', 'draft']),
    inForceFrom: nullable(day),
    inForceTo: nullable(day),
    basis: text(),
    note: text(),
    entitlements: listOf(ENTITLEMENT, { atLeast: 1 }),
  })(value, at);
  if (read === undefined) return undefined;
  const { version, name, status, inForceFrom, inForceTo, basis, note, entitlements } = read;
  return { version, name, status, inForceFrom, inForceTo, basis, note, entitlements };
};

const CHANGES = record({
  about: text(),
  version: VERSION,
  name: text(),
  status: oneOf(['draft']),
  basedOn: VERSION,
  basis: text(),
  note: text(),
  changes: listOf(
    record({
      id: ID,
      right: orElse(RIGHT, null),
      title: orElse(text(), null),
      evidence: oneOf(EVIDENCE_LEVELS),
      note: text(),
    }),
    { atLeast: 1 },
  ),
});

/** A draft as what it changes of a version that has all of its rows. */
export const CHANGED_VERSION: Shape<Omit<ValueOf<typeof CHANGES>, 'about'>> = (value, at) => {
  const read = CHANGES(value, at);
  if (read === undefined) return undefined;
  const { version, name, status, basedOn, basis, note, changes } = read;
  return { version, name, status, basedOn, basis, note, changes };
};
export type ChangedVersion = ValueOf<typeof CHANGED_VERSION>;

/** Which of the two a file is. */
export const codeFile: Shape<'whole' | 'changes'> = (value, at) => {
  const read = anything(value, at);
  return read === undefined ? undefined : isObject(read) && 'basedOn' in read ? 'changes' : 'whole';
};
