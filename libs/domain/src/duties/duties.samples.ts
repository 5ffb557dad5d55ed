import type { AgencyId, CaseId, DutyId, PersonId } from '../ids';
import { instant, type Instant } from '../time';
import type { CodeVersion, Entitlement, Limit } from './catalogue';
import type { DutyAround } from './clock';
import type { CaseEvent, DutyFacts } from './open';
import type { Duty } from './duty';

const days = (value: number): Limit => ({ unit: 'working_day', value });

/** An entitlement that the police owe: five working days, or one under Enhanced Rights. */
export function anEntitlement(change: Partial<Entitlement> = {}): Entitlement {
  return {
    id: 'R6.4',
    right: 6,
    title: 'Told that a suspect was arrested',
    owedBy: ['police'],
    opensOn: 'suspect_arrested',
    clockStartsOn: 'suspect_arrested',
    deliveredOn: [],
    limits: { standard: days(5), enhanced: days(1) },
    manner: null,
    proposal: null,
    upstream: null,
    onlyIf: [],
    mayDecline: true,
    limitsThePerson: false,
    repeats: true,
    evidence: 'restated',
    handling: 'record_only',
    sources: ['a sample'],
    note: null,
    ...change,
  };
}

/** What this service itself owes in ten working days. */
export const OURS = anEntitlement({
  id: 'R12.1',
  right: 12,
  owedBy: ['all_service_providers'],
  opensOn: 'complaint_received',
  clockStartsOn: 'complaint_received',
  limits: { standard: days(10), enhanced: days(10) },
  handling: 'timer',
});

/** A limit of the person's own. */
export const THEIRS = anEntitlement({
  id: 'R9.5',
  right: 9,
  owedBy: ['victim'],
  opensOn: 'sentence_passed',
  clockStartsOn: 'sentence_passed',
  limits: { standard: { unit: 'day', value: 28 }, enhanced: { unit: 'day', value: 28 } },
  limitsThePerson: true,
  handling: 'prompt',
});

/** A clock that waits for another body. */
export const WAITING = anEntitlement({
  id: 'R8.2',
  right: 8,
  owedBy: ['witness_care_unit'],
  opensOn: 'court_bail_decision',
  clockStartsOn: 'wcu_received_from_court',
  upstream: {
    from: 'hmcts',
    to: 'witness_care_unit',
    clockStartsOn: 'relevant_hearing_outcome',
    limit: days(5),
  },
});

export function aVersion(change: Partial<CodeVersion> = {}): CodeVersion {
  return {
    version: '2021',
    name: 'A sample of the Code',
    status: 'in-force',
    inForceFrom: '2021-04-01',
    inForceTo: null,
    basis: 'a sample',
    note: 'a sample',
    entitlements: [anEntitlement(), OURS, THEIRS, WAITING],
    ...change,
  };
}

export const CALENDAR = {
  timezone: 'Europe/London',
  holidays: [
    '2026-12-25',
    '2026-12-28',
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
  ],
} as const;

export function around(now: string | Instant, change: Partial<DutyAround> = {}): DutyAround {
  return {
    now: typeof now === 'string' ? instant(now) : now,
    enhanced: null,
    calendarId: 'sample',
    calendarVersion: 1,
    calendar: CALENDAR,
    tzdata: 'sample',
    ...change,
  };
}

export function told(event: CaseEvent['event'], at: string | Instant, id = 'trigger-1'): CaseEvent {
  return { id, trackId: null, event, happenedAt: typeof at === 'string' ? instant(at) : at };
}

export function facts(duties: readonly Duty[], at: DutyAround, change: Partial<DutyFacts> = {}): DutyFacts {
  let next = duties.length;
  return {
    ofCase: {
      caseId: 'case-1' as CaseId,
      personId: 'person-1' as PersonId,
      handlingAgencyId: 'agency-1' as AgencyId,
      reference: 'WM-0000-0000',
    },
    versions: [aVersion()],
    events: [],
    duties,
    around: at,
    newId: () => `duty-${(next += 1)}` as DutyId,
    ...change,
  };
}
