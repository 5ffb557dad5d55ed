import {
  answerEvent,
  deliverProven,
  instant,
  replayDuty,
  type AgencyId,
  type CaseId,
  type CodeEvent,
  type DutyFacts,
  type DutyId,
  type MilestoneId,
  type PersonId,
  type TrackId,
} from '#libs/domain';
import { bankHolidays } from '../area-pack/calendars-of';
import { loadVictimsCode } from './load-victims-code';

const versions = loadVictimsCode();
const TRACK = 'track-1' as TrackId;

function knowing(more: Partial<DutyFacts> = {}): DutyFacts {
  let next = 0;
  return {
    ofCase: {
      caseId: 'case-1' as CaseId,
      personId: 'person-1' as PersonId,
      handlingAgencyId: 'agency-1' as AgencyId,
      reference: 'WM-0000-0000',
    },
    versions,
    events: [],
    duties: [],
    around: {
      now: instant('2027-09-01T09:00:00Z'),
      enhanced: { from: null },
      calendarId: 'sample',
      calendarVersion: 1,
      calendar: { timezone: 'Europe/London', ...bankHolidays() },
      tzdata: 'sample',
    },
    newId: () => `duty-${(next += 1)}` as DutyId,
    ...more,
  };
}

/** What opens it, what proves it, and everything that the milestone then settles. Opened on Monday 8 March 2027. */
const PROVEN: readonly (readonly [
  id: string,
  opens: CodeEvent,
  proves: CodeEvent,
  settled: readonly string[],
])[] = [
  ['R2.1', 'crime_reported', 'crime_recorded', ['R2.1']],
  ['R3.1', 'crime_recorded', 'written_confirmation_given', ['R3.1']],
  ['R4.1', 'crime_reported', 'needs_assessment_done', ['R4.1']],
  ['R6.1', 'decision_not_to_investigate', 'victim_told_of_qualifying_decision', ['R6.1']],
  ['R6.12', 'decision_not_to_charge', 'victim_told_of_qualifying_decision', ['R6.12']],
  ['R6.13', 'charge_stopped_or_substantially_altered', 'victim_told_of_qualifying_decision', ['R6.13']],
  ['R6.15', 'victim_told_of_qualifying_decision', 'victim_asks_for_review', ['R6.15', 'R6.16']],
  ['R6.16', 'victim_told_of_qualifying_decision', 'victim_asks_for_review', ['R6.15', 'R6.16']],
  ['R7.1', 'crime_reported', 'victim_offered_statement', ['R7.1']],
  ['R7.4', 'offender_convicted', 'victim_statement_read', ['R7.4']],
  ['R10.1', 'expenses_claim_received', 'expenses_paid', ['R10.1']],
  ['R10.2', 'property_no_longer_needed', 'property_returned', ['R10.2']],
  ['R11.1', 'sentence_passed', 'vcs_referral_made', ['R11.1']],
];

describe('what milestones prove under the Code', () => {
  it('is all in this table', () => {
    const proven = versions[0]?.entitlements.filter(({ deliveredOn }) => deliveredOn.length > 0) ?? [];
    expect(PROVEN.map(([id]) => id)).toEqual(proven.map(({ id }) => id));
  });

  it.each(PROVEN)('%s is opened by %s and delivered on %s', (id, opens, proves, settled) => {
    const opened = answerEvent(
      { id: 'opens', trackId: TRACK, event: opens, happenedAt: instant('2027-03-08T09:00:00Z') },
      knowing(),
    );
    const delivered = deliverProven(knowing({ duties: opened.map(({ duty }) => duty) }), {
      proofs: [
        {
          id: 'proves' as MilestoneId,
          trackId: TRACK,
          event: proves,
          happenedAt: instant('2027-03-09T09:00:00Z'),
          precision: 'minute',
          recordedBy: null,
        },
      ],
      isNew: () => true,
    });
    expect(delivered.map(({ duty }) => duty.entitlementId)).toEqual(settled);
    const step = delivered.find(({ duty }) => duty.entitlementId === id);
    const before = opened.find(({ duty }) => duty.entitlementId === id);
    expect(step?.duty).toMatchObject({
      state: 'delivered',
      evidence: 'milestone-recorded',
      deliveredBy: 'proves',
      deliveredAt: instant('2027-03-09T09:00:00Z'),
    });
    expect(replayDuty([...(before?.events ?? []), ...(step?.events ?? [])])).toMatchObject({
      state: 'delivered',
    });
  });
});
