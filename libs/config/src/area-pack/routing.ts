import {
  ACCESS_CODES,
  ASK_REASONS,
  BODY_STAGES,
  DECIDING_ROLES,
  FORENSIC_ACTS,
  HEALTH_CARE,
  ROUTING_TABLE,
  RULE_PROMPTS,
  RULE_REJECTIONS,
  SUPPORT_KINDS,
  tableFaults,
  WANTED_SPACES,
  WANTED_WORKERS,
  type DirectoryService,
  type RoutingConditions,
  type RoutingEffect,
  type RoutingTable,
  type ServiceId,
} from '#libs/domain';
import type { PackPlace } from './pack-faults';
import * as s from './shape';

const YEARS = s.number({ from: 0, whole: true });
const AGES = s.record({ from: YEARS, to: s.nullable(YEARS) });
const HOURS = s.number({ from: 0, whole: true });
const SERVICES = s.listOf(s.id<ServiceId>(), { atLeast: 1 });
const KIND = s.oneOf(SUPPORT_KINDS);

/** What is left out of a condition says nothing, so only what stands there is read. */
const some =
  <Fields extends Readonly<Record<string, s.Shape<unknown>>>>(
    fields: Fields,
  ): s.Shape<{ readonly [Name in keyof Fields]?: s.ValueOf<Fields[Name]> }> =>
  (value, at) => {
    const given = s.isObject(value)
      ? Object.fromEntries(Object.entries(fields).filter(([name]) => name in value))
      : fields;
    return s.record(given)(value, at) as never;
  };

const WHEN: s.Shape<RoutingConditions> = some({
  ageNow: AGES,
  ageAtIncident: AGES,
  districts: s.listOf(s.text(), { atLeast: 1 }),
  reported: s.yesOrNo,
  acts: s.listOf(s.oneOf(FORENSIC_ACTS), { atLeast: 1 }),
  hours: some({ atLeast: HOURS, atMost: HOURS }),
  forensic: s.oneOf(['may-be-open', 'outside']),
  wanted: s.listOf(KIND, { atLeast: 1 }),
  workerGender: s.listOf(s.oneOf(WANTED_WORKERS), { atLeast: 1 }),
  space: s.listOf(s.oneOf(WANTED_SPACES), { atLeast: 1 }),
  anotherLanguage: s.yesOrNo,
  access: s.listOf(s.oneOf(ACCESS_CODES), { atLeast: 1 }),
  domesticAbuse: s.yesOrNo,
});

const EFFECTS: { readonly [Kind in RoutingEffect['kind']]: s.Shape<object> } = {
  'put-first': s.record({ kind: s.oneOf(['put-first']), support: KIND }),
  'require-route': s.record({ kind: s.oneOf(['require-route']), support: KIND }),
  prompt: s.record({ kind: s.oneOf(['prompt']), prompt: s.oneOf(RULE_PROMPTS) }),
  prefer: s.record({ kind: s.oneOf(['prefer']), services: SERVICES }),
  only: s.record({ kind: s.oneOf(['only']), support: KIND, services: SERVICES }),
  reject: s.record({ kind: s.oneOf(['reject']), services: SERVICES, reason: s.oneOf(RULE_REJECTIONS) }),
  ask: s.record({
    kind: s.oneOf(['ask']),
    support: KIND,
    role: s.oneOf(DECIDING_ROLES),
    reason: s.oneOf(ASK_REASONS),
  }),
};

const THEN: s.Shape<RoutingEffect> = (value, at) => {
  const kind = s.isObject(value) ? value['kind'] : undefined;
  const kinds = Object.keys(EFFECTS) as readonly RoutingEffect['kind'][];
  const known = kinds.find((one) => one === kind);
  if (known === undefined) return at.at('kind').fault('is no effect', `Write one of ${kinds.join(', ')}`);
  return EFFECTS[known](value, at) as RoutingEffect | undefined;
};

const WINDOW = {
  hours: s.number({ from: 1, whole: true }),
  source: s.record({ mark: s.oneOf(['V', 'S', 'K']), text: s.text(), readOn: s.day }),
  from: s.day,
  to: s.nullable(s.day),
};

/** `routing.json`: how an area routes people before an administrator changes anything. */
export const ROUTING = s.record({
  rules: s.listOf(
    s.record({ id: s.text(/^[a-z0-9-]{1,60}$/, 'a short name'), title: s.text(), when: WHEN, then: THEN }),
  ),
  windows: s.listOf(
    s.record({
      id: s.text(/^[a-z0-9-]{1,60}$/, 'a short name'),
      act: s.oneOf(['vaginal', 'anal', 'oral', 'digital', 'skin', 'drink-or-drugs']),
      sample: s.oneOf(['swab', 'blood', 'urine']),
      stage: s.oneOf(BODY_STAGES),
      ...WINDOW,
    }),
    { atLeast: 1 },
  ),
  healthWindows: s.listOf(
    s.record({
      care: s.oneOf(HEALTH_CARE),
      acts: s.listOf(s.oneOf(FORENSIC_ACTS), { atLeast: 1 }),
      ...WINDOW,
    }),
  ),
});

/**
 * The routing table of a pack as version 1, with a fault left for every rule that could not be worked by. Called by the
 * loader of the pack once its services and districts are read.
 */
export function routingOf(
  file: s.ValueOf<typeof ROUTING>,
  need: {
    readonly timezone: string;
    readonly services: readonly DirectoryService[];
    /** Codes of the districts of the area, of any time. */
    readonly districts: ReadonlySet<string>;
    readonly at: PackPlace;
  },
): RoutingTable {
  const table: RoutingTable = { id: ROUTING_TABLE, version: 1, timezone: need.timezone, ...file };
  for (const { code, ruleId, detail } of tableFaults(table, need.services, { districts: need.districts })) {
    const index = table.rules.findLastIndex(({ id }) => id === ruleId);
    const at = index < 0 ? need.at : need.at.at('rules').at(index);
    at.fault(
      `${code}${detail === undefined ? '' : ` (${detail})`}`,
      'docs/routing.md says what each of these means',
    );
  }
  return table;
}
