import type { DataClass } from '../consent';
import type { AgencyId } from '../ids';

/** What is read and kept of somebody's support by the desk and by the services that work with them. */
export const CARE_ACTS = [
  'see-appointments',
  'keep-appointments',
  'see-outcomes',
  'record-outcomes',
  'see-needs',
  'keep-needs',
  'see-feedback',
  'record-feedback',
  'see-rights',
] as const;
export type CareAct = (typeof CARE_ACTS)[number];

/**
 * The class of data that has to be shared with a service before it keeps such records; null where whatever is shared is
 * enough. An appointment and what somebody says of services are the service's own to begin with; what a person needs,
 * and how they fare, is theirs to open to a service or not (P6). The policies of the tables say the same.
 */
export const CLASS_OF_CARE: Readonly<Record<CareAct, DataClass | null>> = {
  'see-appointments': null,
  'keep-appointments': null,
  'see-outcomes': 'needs',
  'record-outcomes': 'needs',
  'see-needs': 'needs',
  'keep-needs': 'needs',
  'see-feedback': null,
  'record-feedback': null,
  'see-rights': 'investigation',
};

/** Whether a service that these classes are shared with, on a ground that stands, may do this. */
export function classesCover(act: CareAct, shared: readonly DataClass[]): boolean {
  const needed = CLASS_OF_CARE[act];
  return needed === null ? shared.length > 0 : shared.includes(needed);
}

/** Whether a record is theirs to change: the desk changes every one of its cases, a service what it keeps itself. */
export function mayChangeKept(
  keeper: { readonly keptBy: AgencyId | null },
  record: { readonly keptBy: AgencyId | null },
): boolean {
  return keeper.keptBy === null || keeper.keptBy === record.keptBy;
}
