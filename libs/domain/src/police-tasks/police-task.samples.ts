import type { AgencyId, CaseId, ReferralId, TeamId, UserId } from '../ids';
import { instant, type Instant } from '../time';
import type { TaskKind } from './codes';
import { startTask, type PoliceTask, type PoliceTaskId } from './police-task';

/** Monday 2 March 2026, 10am in London. */
export const OPENED = instant('2026-03-02T10:00:00Z');
export const OFFICER = '018f3c1e-0000-7000-8000-00000000000a' as UserId;

const id = (last: number) => `018f3c1e-0000-7000-8000-${String(last).padStart(12, '0')}`;

export function aTask({
  kind = 'find-safe-route',
  now = OPENED,
  promisedBy = null,
}: { kind?: TaskKind; now?: Instant; promisedBy?: Instant | null } = {}): PoliceTask {
  const fixed = {
    id: id(1) as PoliceTaskId,
    kind,
    cause: 'no-callable-route' as const,
    caseId: id(2) as CaseId,
    referralId: id(3) as ReferralId,
    reference: 'WM-TEST-TEST',
    referringAgencyId: id(4) as AgencyId,
    referringTeamId: id(5) as TeamId,
    handlingAgencyId: id(6) as AgencyId,
  };
  return startTask(fixed, { now, promisedBy });
}
