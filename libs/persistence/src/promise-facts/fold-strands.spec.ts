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
const strands = (...events: readonly Told[]) => told(...events).strands;

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
