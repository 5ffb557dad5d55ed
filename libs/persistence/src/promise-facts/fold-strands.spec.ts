import { instant, type CaseId, type FactRecord, type PayloadObject, type SubjectKind } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { foldRecord } from './fold-records';

const caseId = 'case' as CaseId;

interface Told {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly payload?: PayloadObject;
  readonly reason?: string;
}

const entry = ({ kind, id, type, at, payload = {}, reason }: Told): JournalEntry & { caseId: CaseId } => ({
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
  events.reduce<FactRecord | undefined>(
    (record, one) => foldRecord(record, entry(one), instant('2026-09-01T10:00:00Z')),
    undefined,
  )!;
const ofKind = (kind: string, ...events: readonly Told[]) =>
  told(...events).strands.filter((strand) => strand.kind === kind);
const strands = (...events: readonly Told[]) =>
  told(...events).strands.filter(({ kind }) => kind === 'need' || kind === 'outcome');

let minutes = 0;
const request = (id: string, name: string, more: Partial<Told> & { insteadOf?: string } = {}): Told => {
  minutes += 1;
  const { insteadOf, payload, ...rest } = more;
  return {
    kind: 'service-request',
    id,
    type: `service-request.${name}`,
    at: `2026-03-02T10:${String(minutes % 60).padStart(2, '0')}:00Z`,
    payload: { kind: 'counselling', serviceId: null, ...(insteadOf && { insteadOf }), ...payload },
    ...rest,
  };
};

describe('what the journal tells of a need', () => {
  it('is one need through every service that was asked for it', () => {
    const needs = strands(
      request('a', 'proposed'),
      request('a', 'sent'),
      request('a', 'declined', { reason: 'list-closed' }),
      request('b', 'proposed', { insteadOf: 'a', at: '2026-04-02T10:00:00Z' }),
      request('b', 'sent'),
    );
    expect(needs).toMatchObject([
      { kind: 'need', id: 'a', value: 'counselling', state: 'list-closed', monthOn: '2026-03-01' },
    ]);
    expect(needs).toHaveLength(1);
  });

  it.each([
    ['declined', { reason: 'age' }, 'outside-its-rules'],
    ['declined', { reason: 'person-chose-otherwise' }, 'taken-back'],
    ['redirected', { reason: 'fits-better' }, 'other-reason'],
    ['withdrawn', { reason: 'person-asked' }, 'taken-back'],
    ['withdrawn', { reason: 'service-retired' }, 'other-reason'],
    ['not-wanted', {}, 'taken-back'],
    ['landed', { payload: { step: 'acknowledge' } }, 'no-answer'],
    ['landed', { payload: { step: 'hold' } }, 'in-hand'],
    ['landed', { payload: { step: 'ask-still-wanted' } }, 'in-hand'],
    ['reminded', { payload: { step: 'acknowledge' } }, 'in-hand'],
    ['started', {}, 'begun'],
  ] as const)('%s %j is %s', (name, more, state) => {
    expect(strands(request('a', 'proposed'), request('a', 'sent'), request('a', name, more))).toMatchObject([
      { state },
    ]);
  });

  it('goes on once somebody acts, and stays begun when support has ended', () => {
    const silent = [request('a', 'sent'), request('a', 'landed', { payload: { step: 'decide' } })];
    expect(strands(...silent, request('a', 'accepted'))).toMatchObject([{ state: 'in-hand' }]);
    const begun = [...silent, request('a', 'accepted'), request('a', 'started')];
    expect(strands(...begun, request('a', 'ended'))).toMatchObject([{ state: 'begun' }]);
    expect(strands(...begun, request('a', 'withdrawn', { reason: 'not-possible' }))).toMatchObject([
      { state: 'begun' },
    ]);
  });

  it('keeps what does not change the very same, so that it is not counted again', () => {
    const before = told(request('a', 'sent'));
    const after = foldRecord(before, entry(request('a', 'reminded')), instant('2026-09-01T10:00:00Z'));
    expect(after.strands).toBe(before.strands);
  });
});

describe('what the journal tells of answers', () => {
  const answer = (scoreId: string, measure: string, score: number | null, at: string): PayloadObject => ({
    scoreId,
    measure,
    answer: score === null ? 'declined' : 'scored',
    score,
    lowest: 1,
    highest: 5,
    at,
    supersedes: null,
  });
  const recorded = (at: string, ...answers: readonly PayloadObject[]): Told => ({
    kind: 'outcome',
    id: 'first',
    type: 'outcomes.recorded',
    at,
    payload: { scoreIds: answers.map(({ scoreId }) => scoreId ?? null), answers },
  });
  const [MARCH, MAY] = ['2026-03-02T10:00:00Z', '2026-05-04T10:00:00Z'];

  it('is one for each question, by the first answer and the last', () => {
    const outcomes = strands(
      recorded(MARCH, answer('1', 'feels-safer', 2, MARCH), answer('2', 'able-to-cope', null, MARCH)),
      recorded(MAY, answer('3', 'feels-safer', 4, MAY)),
    );
    expect(outcomes).toMatchObject([
      { id: '1', value: 'feels-safer', state: 'better', monthOn: '2026-03-01' },
      { id: '2', value: 'able-to-cope', state: 'declined', monthOn: '2026-03-01' },
    ]);
  });

  it('is in the month of the first answer, whenever that was typed in', () => {
    const late = recorded(MARCH, answer('1', 'feels-safer', 5, MARCH));
    expect(strands(recorded(MAY, answer('3', 'feels-safer', 4, MAY)), late)).toMatchObject([
      { state: 'worse', monthOn: '2026-03-01' },
    ]);
  });

  it('was not recorded where an older event does not say what was answered', () => {
    const old: Told = { ...recorded(MARCH), payload: { scoreIds: ['1'] } };
    expect(strands(old)).toMatchObject([{ value: 'not-recorded', state: 'not-recorded' }]);
  });

  it('P10 refuses an answer that is not what its writer promises', () => {
    const torn = { ...answer('1', 'feels-safer', 2, MARCH), lowest: 'one' };
    expect(() => strands(recorded(MARCH, torn))).toThrow('no usable lowest');
  });
});

describe('what the journal tells of whom a service has', () => {
  const taken = (name: string, at: string, payload: PayloadObject = {}) =>
    request('a', name, { at, payload: { serviceId: 'one', ...payload } });

  it('is from an adviser being named until support ends, and by the service that took it on', () => {
    const events = [
      taken('sent', '2026-03-02T10:00:00Z'),
      taken('accepted', '2026-03-03T10:00:00Z', { allocatedTo: null }),
      taken('allocated', '2026-04-03T10:00:00Z'),
      taken('started', '2026-04-04T10:00:00Z'),
      taken('released', '2026-04-05T10:00:00Z'),
      taken('ended', '2026-06-03T10:00:00Z'),
    ];
    const spells = (n: number) =>
      ofKind('caseload', ...events.slice(0, n)).flatMap<unknown>(
        ({ evidence }) => evidence as readonly unknown[],
      );
    expect(spells(1)).toEqual([]);
    expect(spells(5)).toEqual([
      { as: 'waits', from: instant('2026-03-03T10:00:00Z'), to: instant('2026-04-03T10:00:00Z') },
      { as: 'adviser', from: instant('2026-04-03T10:00:00Z'), to: null },
    ]);
    expect(spells(6).at(-1)).toMatchObject({ to: instant('2026-06-03T10:00:00Z') });
    expect(ofKind('caseload', ...events)).toMatchObject([{ value: 'one', state: 'left' }]);
  });

  it('goes back to the list when the adviser leaves before the first session', () => {
    const events = [
      taken('accepted', '2026-03-03T10:00:00Z', { allocatedTo: 'somebody' }),
      taken('released', '2026-03-04T10:00:00Z'),
    ];
    expect(ofKind('caseload', ...events)).toMatchObject([{ state: 'waits' }]);
  });
});

describe('what the journal tells of going on with justice', () => {
  const TRACK: Told = { kind: 'track', id: 'track', type: 'track.opened', at: '2026-03-02T10:00:00Z' };
  const position = (id: string, type: string, said: string, at: string): Told => ({
    kind: 'track-position',
    id,
    type: `position.${type}`,
    at,
    payload: { trackId: 'track', position: said },
  });
  const ended: Told = {
    kind: 'milestone',
    id: 'm',
    type: 'milestone.recorded',
    at: '2026-05-02T10:00:00Z',
    payload: { trackId: 'track', kind: 'no-further-action' },
  };

  it('is by what the person said last before the end, and by whether an adviser was there', () => {
    const withdrew = position('p', 'recorded', 'withdrew', '2026-04-02T10:00:00Z');
    const adviser = request('a', 'started', { payload: { kind: 'isva' }, at: '2026-03-09T10:00:00Z' });
    const sent = request('a', 'sent', { payload: { kind: 'isva' }, at: '2026-03-08T10:00:00Z' });
    const staying = (...events: readonly Told[]) => ofKind('staying', TRACK, ...events);
    expect(staying(withdrew)).toMatchObject([{ state: 'open', value: 'without-adviser' }]);
    expect(staying(sent, adviser, withdrew, ended)).toMatchObject([
      { state: 'stopped', value: 'with-adviser' },
    ]);
    const putRight = [
      position('p', 'superseded', 'withdrew', '2026-04-03T10:00:00Z'),
      position('q', 'corrected', 'supports', '2026-04-02T10:00:00Z'),
    ];
    expect(staying(withdrew, ...putRight, ended)).toMatchObject([{ state: 'went-on' }]);
  });
});
