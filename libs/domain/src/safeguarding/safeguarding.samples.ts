import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { HOUR, instant, plus } from '../time';
import type { SafeguardingKind } from './codes';
import { startSafeguarding, type SafeguardingTask, type SafeguardingTaskId } from './safeguarding-task';

/** Monday 2 March 2026, 10am in London; due the next day at five. */
export const OPENED = instant('2026-03-02T10:00:00Z');
export const DUE = instant('2026-03-03T17:00:00Z');
export const LEAD = '018f3c1e-0000-7000-8000-00000000000a' as UserId;

const id = (last: number) => `018f3c1e-0000-7000-8000-${String(last).padStart(12, '0')}`;

export function aSafeguardingTask(kind: SafeguardingKind = 'child-under-13'): SafeguardingTask {
  const seed = {
    id: id(1) as SafeguardingTaskId,
    kind,
    caseId: id(2) as CaseId,
    personId: id(3) as PersonId,
    handlingAgencyId: id(4) as AgencyId,
    reference: 'WM-TEST-TEST',
    openedBy: null,
    lookAgainOn: null,
    dueAt: DUE,
  };
  return startSafeguarding(seed, { policyVersion: 1, now: OPENED });
}

export const hours = (n: number) => plus(OPENED, n * HOUR);
