import {
  contactReached,
  instant,
  NOT_RECORDED,
  type CaseId,
  type FactRecord,
  type PayloadObject,
  type SubjectKind,
} from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { foldRecord } from './fold-records';

const caseId = 'case' as CaseId;
const NOW = instant('2026-03-10T10:00:00Z');

interface Told {
  readonly kind: SubjectKind;
  readonly type: string;
  readonly at: string;
  readonly payload?: PayloadObject;
  readonly reason?: string;
  readonly id?: string;
}

const entry = ({
  kind,
  type,
  at,
  payload = {},
  reason,
  id = kind,
}: Told): JournalEntry & { caseId: CaseId } => ({
  place: { era: 1, transactionId: '1', position: '1' },
  subject: { kind, id },
  caseId,
  type,
  happenedAt: instant(at),
  recordedAt: instant(at),
  reason: reason ?? null,
  payload,
});

const told = (...events: readonly Told[]): FactRecord =>
  events.reduce<FactRecord | undefined>((record, one) => foldRecord(record, entry(one), NOW), undefined)!;

const SUBMITTED: Told = {
  kind: 'referral',
  type: 'referral.submitted',
  at: '2026-03-02T10:00:00Z',
  payload: { source: 'police' },
};
const request = (type: string, at: string, agencyId = 'one'): Told => ({
  kind: 'service-request',
  type: `service-request.${type}`,
  at,
  payload: { kind: 'isva', agencyId },
});
const milestone = (type: string, kind: string, at: string): Told => ({
  kind: 'milestone',
  type: `milestone.${type}`,
  at,
  payload: { trackId: 'track', kind },
});
const TRACK: Told = { kind: 'track', type: 'track.opened', at: '2026-03-02T10:00:00Z' };

describe('what journal events make of a record', () => {
  it('reads codes that an older event had not as not recorded', () => {
    const { referral } = told(SUBMITTED);
    const { district, offenceGroup, weekday, agreement } = referral;
    expect([district, offenceGroup, weekday, agreement]).toEqual(Array(4).fill(NOT_RECORDED));
  });

  it('takes an agreement to stop trying as it is proposed, decided and undone', () => {
    const check = (type: string, at: string, id = 'one'): Told => ({
      kind: 'check',
      type: `exhausted.${type}`,
      at,
      id,
      reason: 'policy-used-up',
    });
    const of = (type: string, at: string, reason?: string): Told => ({
      kind: 'case',
      type,
      at,
      ...(reason && { reason }),
    });
    const stops = (...events: readonly Told[]) =>
      told(SUBMITTED, ...events).referral.stops.map(({ reason, standing }) => `${reason} ${standing}`);
    const proposed = check('proposed', '2026-03-04T10:00:00Z');
    expect(stops(proposed)).toEqual(['policy-used-up waits']);
    expect(stops(proposed, check('confirmed', '2026-03-04T11:00:00Z'))).toEqual(['policy-used-up counts']);
    expect(
      stops(
        proposed,
        check('declined', '2026-03-04T11:00:00Z'),
        check('proposed', '2026-03-05T10:00:00Z', 'two'),
      ),
    ).toEqual(['policy-used-up declined', 'policy-used-up waits']);
    const wish = of('contact.stopped', '2026-03-04T10:00:00Z', 'asked-to-stop');
    const closed = of('case.closed', '2026-03-05T10:00:00Z', 'lost-contact');
    expect(stops(wish, closed)).toEqual(['asked-to-stop counts', 'lost-contact counts']);
    expect(stops(wish, of('contact.resumed', '2026-03-05T10:00:00Z', 'person'))).toEqual([
      'asked-to-stop declined',
    ]);
    expect(stops(closed, of('case.opened-again', '2026-03-06T10:00:00Z'))).toEqual(['lost-contact declined']);
  });

  it('refuses a journal that does not tell what its writers promise', () => {
    expect(() => told({ ...SUBMITTED, payload: {} })).toThrow('referral.submitted has no usable source');
    expect(() => told({ ...SUBMITTED, payload: { source: 'police', district: 3 } })).toThrow(
      'no usable district',
    );
  });

  it('takes an attempt away that a second person declined, and its rung up when it is known who spoke', () => {
    const attempt = (attemptId: string, rung: number, at: string): Told => ({
      kind: 'case',
      type: 'attempt.recorded',
      at,
      payload: { attemptId, outcome: 'spoke', rung, confirmation: 'waiting' },
    });
    const record = told(
      SUBMITTED,
      attempt('a', 5, '2026-03-02T11:00:00Z'),
      attempt('b', 4, '2026-03-02T12:00:00Z'),
      { kind: 'check', type: 'late-entry.declined', at: '2026-03-03T09:00:00Z', payload: { attemptId: 'a' } },
      {
        kind: 'case',
        type: 'conversation.followed-up',
        at: '2026-03-03T09:00:00Z',
        payload: { attemptId: 'b', rung: 5, confirmation: 'not-needed' },
      },
    );
    expect(contactReached(record.referral)).toMatchObject({
      attemptAt: instant('2026-03-02T12:00:00Z'),
      conversationAt: instant('2026-03-02T12:00:00Z'),
      rung: 5,
      attemptsToReach: 1,
    });
  });

  it('lets an exception count once it is confirmed, whether or not the decision says which', () => {
    const recorded = (exceptionId: string): Told => ({
      kind: 'case',
      type: 'exception.recorded',
      at: '2026-03-02T11:00:00Z',
      reason: 'asked-to-wait',
      payload: { exceptionId, waitsForCheck: true },
    });
    const decided = (type: string, payload: PayloadObject): Told => ({
      kind: 'check',
      type: `back-dated-exception.${type}`,
      at: '2026-03-03T11:00:00Z',
      payload,
    });
    const { exceptions } = told(
      SUBMITTED,
      recorded('x'),
      recorded('y'),
      decided('confirmed', { exceptionId: 'y' }),
      decided('declined', { attemptId: null }),
    ).referral;
    expect(exceptions.map(({ id, standing }) => `${id} ${standing}`)).toEqual(['x declined', 'y counts']);
  });

  it('ends a wait when support starts, and says which provider took the person on', () => {
    const { pathway, referral } = told(
      SUBMITTED,
      request('sent', '2026-03-03T10:00:00Z'),
      request('accepted', '2026-03-04T10:00:00Z', 'two'),
      request('started', '2026-03-09T10:00:00Z', 'two'),
      request('ended', '2026-03-10T10:00:00Z', 'two'),
    );
    expect(referral).toMatchObject({ centre: 'two', sessionAt: instant('2026-03-09T10:00:00Z') });
    expect(pathway).toMatchObject([
      { kind: 'wait', service: 'isva', state: 'begun', reachedAt: instant('2026-03-09T10:00:00Z') },
    ]);
  });

  it.each([
    ['declined', 'declined'],
    ['withdrawn', 'ended-before-it-began'],
    ['not-wanted', 'ended-before-it-began'],
    ['acknowledged', 'waiting'],
  ])('a request that was %s is %s', (type, state) => {
    const { pathway } = told(
      SUBMITTED,
      request('sent', '2026-03-03T10:00:00Z'),
      request(type, '2026-03-04T10:00:00Z'),
    );
    expect(pathway).toMatchObject([{ state, reachedAt: null }]);
  });

  it('follows an investigation to its outcome, and a corrected milestone back', () => {
    const charged = [TRACK, milestone('recorded', 'suspect-charged', '2026-03-04T10:00:00Z')];
    expect(told(...charged).pathway).toMatchObject([{ state: 'charged' }]);
    const verdict = milestone('recorded', 'guilty-verdict', '2026-03-08T10:00:00Z');
    expect(told(...charged, verdict).pathway).toMatchObject([{ state: 'outcome-at-court' }]);
    const taken = [...charged, verdict, milestone('superseded', 'guilty-verdict', '2026-03-09T10:00:00Z')];
    expect(told(...taken).pathway).toMatchObject([{ state: 'charged', endedAt: null }]);
    const again = milestone('corrected', 'not-guilty-verdict', '2026-03-08T10:00:00Z');
    expect(told(...taken, again).pathway).toMatchObject([{ state: 'outcome-at-court' }]);
    const uncharged = [...charged, milestone('withdrawn', 'suspect-charged', '2026-03-05T10:00:00Z')];
    expect(told(...uncharged).pathway).toMatchObject([{ state: 'recorded', reachedAt: null }]);
    const ended = told(...uncharged, milestone('recorded', 'no-further-action', '2026-03-06T10:00:00Z'));
    expect(ended.pathway).toMatchObject([{ state: 'ended-without-charge' }]);
  });
});
