import type { AgencyId, MilestoneId, TrackId, UserId } from '../ids';
import { CODE_EVENTS } from '../duties/code-events';
import { instant } from '../time';
import { nextCourtDate, trialMoves } from './court-dates';
import type { Milestone, MilestoneFacts } from './milestone';
import { issuesOf } from './milestone-issues';
import { MILESTONE_KINDS, ruleOf, type MilestoneKind } from './milestone-kinds';
import { correctMilestone, recordMilestone, withdrawMilestoneFrom } from './record-milestone';
import { reviewLimits } from './review-right';
import { measuresOf } from './special-measures';
import { stageOfTrack } from './stage';

const TIMEZONE = 'Europe/London';
/** A Monday. */
const NOW = instant('2026-11-23T10:00:00Z');
const DESK = {
  side: 'desk',
  agencyId: 'desk' as AgencyId,
  recordedBy: 'wren' as UserId,
  recordedAt: NOW,
} as const;
const POLICE = { ...DESK, side: 'police', agencyId: 'force' as AgencyId } as const;
const TRACK = 'track' as TrackId;
let count = 0;

function facts(kind: MilestoneKind, at: string, more: Partial<MilestoneFacts> = {}): MilestoneFacts {
  const none = { detail: null, precision: 'minute', courtAt: null, decidedBy: null, toldAt: null } as const;
  return { kind, ...none, happenedAt: instant(at), ...more };
}

function stood(told: MilestoneFacts, more: Partial<Milestone> = {}): Milestone {
  count += 1;
  return {
    ...told,
    ...DESK,
    id: `m${String(count)}` as MilestoneId,
    trackId: TRACK,
    issues: [],
    issueReason: null,
    supersedes: null,
    state: 'standing',
    endedReason: null,
    endedAt: null,
    ...more,
  };
}

const around = (others: readonly Milestone[], issueReason: Milestone['issueReason'] = null) => ({
  id: 'new' as MilestoneId,
  trackId: TRACK,
  issueReason,
  entered: DESK,
  others,
  now: NOW,
  timezone: TIMEZONE,
});
const record = (
  told: MilestoneFacts,
  others: readonly Milestone[] = [],
  why: Milestone['issueReason'] = null,
) => recordMilestone({ ...around(others, why), facts: told });

const minutesFromNow = (minutes: number) => instant(new Date(NOW + minutes * 60_000).toISOString());

const CHARGED = stood(facts('suspect-charged', '2026-06-01T09:00:00Z'));

describe('every kind of milestone', () => {
  it.each(MILESTONE_KINDS)(
    '%s rests on kinds that there are, and means events that the Code knows',
    (kind) => {
      const { after, events, details } = ruleOf(kind);
      for (const earlier of after) expect(MILESTONE_KINDS).toContain(earlier);
      for (const event of events) expect(CODE_EVENTS).toContain(event);
      expect(new Set(details).size).toBe(details.length);
    },
  );

  it('asks about contact again whenever somebody is held, set free or under other conditions', () => {
    expect(MILESTONE_KINDS.filter((kind) => ruleOf(kind).recheck)).toEqual([
      'suspect-arrested',
      'released-without-charge',
      'released-on-bail',
      'released-under-investigation',
      'police-bail-changed',
      'police-bail-ended',
      'court-bail-decided',
      'warrant-issued',
      'rearrest-hearing',
      'appeal-bail-given',
      'appeal-decided',
      'offender-key-stage',
      'offender-released',
    ]);
  });
});

describe('what is unusual', () => {
  const issues = (told: MilestoneFacts, ...others: Milestone[]) =>
    issuesOf(told, { others, now: NOW, timezone: TIMEZONE });

  it('is a verdict without a charge, and a verdict dated before the charge', () => {
    expect(issues(facts('guilty-verdict', '2026-10-01T15:00:00Z'))).toEqual(['earlier-step-missing']);
    expect(issues(facts('guilty-verdict', '2026-05-01T15:00:00Z'), CHARGED)).toEqual(['before-earlier-step']);
    expect(issues(facts('guilty-verdict', '2026-10-01T15:00:00Z'), CHARGED)).toEqual([]);
  });

  it('is a charge entered after a verdict that stands before it', () => {
    const verdict = stood(facts('guilty-verdict', '2026-05-01T15:00:00Z'));
    const suspect = stood(facts('suspect-identified', '2026-01-01T15:00:00Z'));
    expect(issues(facts('suspect-charged', '2026-06-01T09:00:00Z'), suspect, verdict)).toEqual([
      'after-later-step',
    ]);
  });

  it('is not what is known too roughly to say: a charge in June, a hearing on 3 June', () => {
    const june = stood(facts('suspect-charged', '2026-06-01T00:00:00Z', { precision: 'month' }));
    const hearing = facts('hearing-held', '2026-06-03T09:00:00Z', { detail: 'first-hearing' });
    expect(issues(hearing, june)).toEqual([]);
  });

  it('is a day in court that is over, from the day after on', () => {
    const listed = (courtAt: string) =>
      issues(
        facts('hearing-listed', '2026-11-02T09:00:00Z', { detail: 'crown', courtAt: instant(courtAt) }),
        CHARGED,
      );
    expect(listed('2026-11-22T10:00:00Z')).toEqual(['court-date-past']);
    expect(listed('2026-11-23T09:00:00Z')).toEqual([]);
    expect(listed('2026-11-24T10:00:00Z')).toEqual([]);
  });

  it('is a review asked for more than three months after somebody was told', () => {
    const told = stood(facts('told-of-decision', '2026-08-10T09:00:00Z'));
    const decided = stood(facts('no-further-action', '2026-08-09T09:00:00Z'));
    expect(issues(facts('review-asked', '2026-11-10T09:00:00Z'), decided, told)).toEqual([]);
    expect(issues(facts('review-asked', '2026-11-11T09:00:00Z'), decided, told)).toEqual(['after-the-limit']);
  });

  it('does not rest on what was withdrawn', () => {
    const withdrawn = { ...CHARGED, state: 'withdrawn' } as const;
    expect(issues(facts('guilty-verdict', '2026-10-01T15:00:00Z'), withdrawn)).toEqual([
      'earlier-step-missing',
    ]);
  });
});

describe('recording', () => {
  it('refuses what cannot be', () => {
    const court = { courtAt: instant('2026-12-01T10:00:00Z') };
    const on = { detail: 'risk-to-others' };
    const cases: readonly (readonly [MilestoneFacts, string])[] = [
      [facts('crime-recorded', '2026-11-23T10:00:01Z'), 'in-the-future'],
      [facts('crime-recorded', '1949-12-31T10:00:00Z'), 'too-long-ago'],
      [facts('court-bail-decided', '2026-11-01T10:00:00Z'), 'detail-missing'],
      [facts('court-bail-decided', '2026-11-01T10:00:00Z', { detail: 'screens' }), 'detail-unknown'],
      [facts('trial-set', '2026-11-01T10:00:00Z'), 'court-date-missing'],
      [facts('crime-recorded', '2026-11-01T10:00:00Z', court), 'court-date-not-asked'],
      [
        facts('trial-set', '2026-11-10T10:00:00Z', { courtAt: instant('2026-11-01T10:00:00Z') }),
        'court-date-before-set',
      ],
      [
        facts('trial-set', '2026-11-10T10:00:00Z', { courtAt: instant('2036-11-01T10:00:00Z') }),
        'court-date-too-far',
      ],
      [facts('goes-on-without-person', '2026-11-10T10:00:00Z', on), 'decider-missing'],
      [facts('crime-recorded', '2026-11-10T10:00:00Z', { decidedBy: 'police' }), 'decider-not-asked'],
      [
        facts('goes-on-without-person', '2026-11-10T10:00:00Z', {
          ...on,
          decidedBy: 'police',
          toldAt: instant('2026-12-10T10:00:00Z'),
        }),
        'told-in-the-future',
      ],
    ];
    for (const [told, reason] of cases) expect(record(told)).toEqual({ kind: 'refused', reason });
  });

  it('takes the police’s trial once, and moves after it', () => {
    const court = (at: string) => ({ courtAt: instant(at) });
    const set = stood(facts('trial-set', '2026-07-01T10:00:00Z', court('2027-02-01T10:00:00Z')));
    const again = facts('trial-set', '2026-08-01T10:00:00Z', court('2027-03-01T10:00:00Z'));
    expect(record(again, [CHARGED, set])).toEqual({ kind: 'refused', reason: 'already-recorded' });
    const moved = stood(
      facts('trial-moved', '2026-08-01T10:00:00Z', { detail: 'witness', ...court('2027-03-01T10:00:00Z') }),
    );
    expect(trialMoves([CHARGED, set, moved])).toBe(1);
    expect(nextCourtDate([CHARGED, set, moved], { now: NOW, timezone: TIMEZONE })?.at).toBe(
      instant('2027-03-01T10:00:00Z'),
    );
  });

  it.each([
    ['hearing-listed', 'hearing-held'],
    ['section-28-listed', 'section-28-recorded'],
    ['trial-set', 'not-guilty-verdict'],
    ['sentence-listed', 'sentence-passed'],
    ['appeal-listed', 'appeal-decided'],
  ] as const)('a day of %s is no longer the next one once %s is recorded on it', (listed, held) => {
    const asked = { now: NOW, timezone: TIMEZONE };
    const courtAt = NOW;
    const set = {
      ...stood(facts(listed, '2026-08-01T10:00:00Z', { courtAt })),
      recordedAt: minutesFromNow(-2),
    };
    const over = {
      ...stood(facts(held, new Date(NOW - 60_000).toISOString())),
      recordedAt: minutesFromNow(-1),
    };
    expect(nextCourtDate([set], asked)?.at).toBe(courtAt);
    expect(nextCourtDate([set, over], asked)).toBeNull();
    expect(nextCourtDate([set, { ...over, state: 'withdrawn' }], asked)?.at).toBe(courtAt);
    expect(nextCourtDate([set, { ...over, recordedAt: minutesFromNow(-3) }], asked)?.at).toBe(courtAt);
    const later = { ...set, courtAt: minutesFromNow(24 * 60) };
    expect(nextCourtDate([later, over], asked)?.at).toBe(later.courtAt);
  });

  it('leaves what the police entered to the police', () => {
    const theirs = stood(facts('crime-recorded', '2026-05-01T10:00:00Z'), POLICE);
    const corrected = correctMilestone({
      ...around([theirs]),
      target: theirs,
      facts: facts('crime-recorded', '2026-05-02T10:00:00Z'),
      reason: 'wrong-date',
    });
    expect(corrected).toEqual({ kind: 'refused', reason: 'not-yours' });
    const by = { side: 'police', agencyId: POLICE.agencyId } as const;
    expect(withdrawMilestoneFrom(theirs, { reason: 'entered-twice', by, now: NOW }).kind).toBe('withdrawn');
  });
});

describe('what is read off a track', () => {
  it.each([
    ['Friday', '2026-11-27', '2027-02-27'],
    ['Monday', '2026-11-30', '2027-02-28'],
    ['Sunday', '2027-11-28', '2028-02-28'],
    ['Tuesday', '2027-11-30', '2028-02-29'],
    ['Saturday', '2026-12-26', '2027-03-26'],
  ])('a review can be asked for until three months from %s %s', (_weekday, told, latest) => {
    expect(reviewLimits(instant(`${told}T12:00:00Z`), TIMEZONE)).toEqual({ toldOn: told, latestOn: latest });
  });

  it('each special measure stands as it was decided last', () => {
    const measure = (kind: MilestoneKind, at: string, detail: string) => stood(facts(kind, at, { detail }));
    const standing = measuresOf([
      measure('measure-refused', '2026-07-02T10:00:00Z', 'screens'),
      measure('measure-asked-for', '2026-07-01T10:00:00Z', 'screens'),
      measure('measure-granted', '2026-08-01T10:00:00Z', 'screens'),
      measure('measure-asked-for', '2026-07-01T10:00:00Z', 'live-link'),
    ]);
    expect(standing.map(({ measure: which, standing: how }) => [which, how])).toEqual([
      ['screens', 'granted'],
      ['live-link', 'asked'],
    ]);
  });

  it('its stage is the furthest of what stands', () => {
    expect(stageOfTrack([])).toBe('report');
    expect(stageOfTrack([CHARGED])).toBe('charging');
    expect(stageOfTrack([CHARGED, { kind: 'sentence-passed', state: 'withdrawn' }])).toBe('charging');
  });
});
