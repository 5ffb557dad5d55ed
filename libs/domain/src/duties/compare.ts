import type { CodeVersion, Entitlement } from './catalogue';
import type { Duty } from './duty';
import { OPEN_STATES } from './duty-machine';

/** What two versions of the Code say about one entitlement; a side is null where that version has none. */
export interface EntitlementDifference {
  readonly id: string;
  readonly before: Entitlement | null;
  readonly after: Entitlement | null;
  /** Which parts differ; empty where one side has none. */
  readonly parts: readonly (keyof Entitlement)[];
  /** Whether when or for whom it is due would differ, and not only how it is worded or known. */
  readonly changesDuties: boolean;
}

const PARTS = [
  'right',
  'title',
  'owedBy',
  'opensOn',
  'clockStartsOn',
  'deliveredOn',
  'limits',
  'manner',
  'proposal',
  'upstream',
  'onlyIf',
  'mayDecline',
  'limitsThePerson',
  'repeats',
  'evidence',
  'handling',
] as const satisfies readonly (keyof Entitlement)[];

const OF_DUTIES: readonly (keyof Entitlement)[] = [
  'owedBy',
  'opensOn',
  'clockStartsOn',
  'limits',
  'proposal',
  'upstream',
  'onlyIf',
  'mayDecline',
  'limitsThePerson',
];

/** Two versions side by side: only what differs, in the order of the first. */
export function compareVersions(
  before: Pick<CodeVersion, 'entitlements'>,
  after: Pick<CodeVersion, 'entitlements'>,
): readonly EntitlementDifference[] {
  const ids = [...new Set([...before.entitlements, ...after.entitlements].map(({ id }) => id))];
  const find = (version: Pick<CodeVersion, 'entitlements'>, id: string) =>
    version.entitlements.find((entitlement) => entitlement.id === id) ?? null;
  return ids.flatMap((id) => {
    const [one, other] = [find(before, id), find(after, id)];
    const parts =
      one === null || other === null
        ? []
        : PARTS.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
    if (one !== null && other !== null && parts.length === 0) return [];
    const changesDuties = one === null || other === null || parts.some((part) => OF_DUTIES.includes(part));
    return [{ id, before: one, after: other, parts, changesDuties }];
  });
}

/** Whether a duty is open: only those would be another one under another version. */
export function isOpenDuty({ state }: Pick<Duty, 'state'>): boolean {
  return OPEN_STATES.includes(state);
}
