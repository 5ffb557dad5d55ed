import { instant, plus, SECOND } from '../time';
import { anAttempt, DUE } from './deadline.samples';
import { judge } from './judge';

const fact = 'first-conversation' as const;
const justBefore = plus(DUE, -SECOND);
const justAfter = plus(DUE, SECOND);

describe('judge', () => {
  it('has nothing to show without an attempt', () => {
    expect(judge({ dueAt: DUE, fact, attempts: [] })).toEqual({ kind: 'not-done' });
  });

  it.each([
    ['a second before the due instant', justBefore],
    ['at the due instant itself', DUE],
  ])('takes what happened and was recorded %s as met on time', (_when, happenedAt) => {
    const by = anAttempt({ happenedAt });

    expect(judge({ dueAt: DUE, fact, attempts: [by] })).toEqual({ kind: 'met', by, basis: 'on-time' });
  });

  it('takes what happened a second after the due instant as done late', () => {
    const by = anAttempt({ happenedAt: justAfter });

    expect(judge({ dueAt: DUE, fact, attempts: [by] })).toEqual({ kind: 'done-late', by });
  });

  it('P4 takes an act typed in after the deadline as a claim until a second person has confirmed it', () => {
    const waiting = anAttempt({ happenedAt: justBefore, recordedAt: justAfter, confirmation: 'waiting' });
    const confirmed = { ...waiting, confirmation: 'confirmed' as const };

    expect(judge({ dueAt: DUE, fact, attempts: [waiting] })).toEqual({ kind: 'claimed', by: waiting });
    expect(judge({ dueAt: DUE, fact, attempts: [confirmed] })).toEqual({
      kind: 'met',
      by: confirmed,
      basis: 'late-entry-confirmed',
    });
  });

  it('P4 takes a declined claim for nothing', () => {
    const declined = anAttempt({ happenedAt: justBefore, recordedAt: justAfter, confirmation: 'declined' });

    expect(judge({ dueAt: DUE, fact, attempts: [declined] })).toEqual({ kind: 'not-done' });
  });

  it('P4 a confirmation never turns what happened too late into a pass', () => {
    const late = anAttempt({ happenedAt: justAfter, confirmation: 'confirmed' });

    expect(judge({ dueAt: DUE, fact, attempts: [late] })).toMatchObject({ kind: 'done-late' });
  });

  it('takes calls that reached nobody for no conversation', () => {
    const attempts = ([1, 2, 3, 4] as const).map((rung) => anAttempt({ happenedAt: justBefore, rung }));

    expect(judge({ dueAt: DUE, fact, attempts })).toEqual({ kind: 'not-done' });
  });

  it('rests on the earliest conversation that needs nobody to be believed', () => {
    const claimed = anAttempt({
      id: 'claimed',
      happenedAt: instant('2026-03-03T09:00:00Z'),
      recordedAt: justAfter,
      confirmation: 'waiting',
    });
    const early = anAttempt({ id: 'early', happenedAt: instant('2026-03-03T10:00:00Z') });
    const later = anAttempt({ id: 'later', happenedAt: instant('2026-03-03T11:00:00Z') });

    expect(judge({ dueAt: DUE, fact, attempts: [later, claimed, early] })).toEqual({
      kind: 'met',
      by: early,
      basis: 'on-time',
    });
  });
});
