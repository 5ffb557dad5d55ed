import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { HOUR, instant, plus } from '../time';
import type { SupportTaskKind } from './codes';
import { startSupportTask, type SupportTask, type SupportTaskId } from './support-task';

/** Monday 2 March 2026, 10am in London; due the next day at five. */
export const OPENED = instant('2026-03-02T10:00:00Z');
export const DUE = instant('2026-03-03T17:00:00Z');

const id = (last: number) => `018f3c1e-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const WORKER = id(10) as UserId;
export const COLLEAGUE = id(11) as UserId;

export function aSupportTask(kind: SupportTaskKind = 'dash', plannedOn: string | null = null): SupportTask {
  const seed = {
    id: id(1) as SupportTaskId,
    kind,
    matter: null,
    aboutId: id(2),
    caseId: id(2) as CaseId,
    personId: id(3) as PersonId,
    handlingAgencyId: id(4) as AgencyId,
    reference: 'WM-TEST-TEST',
    openedBy: WORKER,
    ownerUserId: WORKER,
    plannedOn,
    dueAt: DUE,
    mayContact: kind === 'check-in',
    saidHow: kind === 'check-in' ? ('phone' as const) : null,
  };
  return startSupportTask(seed, { policyVersion: 1, now: OPENED });
}

export const hours = (n: number) => plus(OPENED, n * HOUR);
