import fc from 'fast-check';
import { REQUEST_DECLINES } from '../../service-requests';
import { instant, plus, type Instant } from '../../time';
import type { CaseId } from '../../ids';
import { ofSpells, spellsAfter, type Spell } from './caseload-fact';
import { NEED_STATES, needState, UNMET_REASONS, unmetBy, type NeedRequest } from './need-fact';
import { OUTCOME_STATES, outcomeState, SCORES_APART, type OutcomeEvidence } from './outcome-fact';
import type { PathwayFact } from './pathway-fact';
import { stayingOf, type SaidPosition } from './staying-fact';

const START = instant('2026-03-02T10:00:00Z');

const request = (
  stands: NeedRequest['stands'],
  reason: NeedRequest['reason'] = null,
  id = 'one',
): NeedRequest => ({ id, stands, reason });

describe('where a need stands', () => {
  it.each([
    ['asked', [request('asked')], 'in-hand'],
    ['asked, and nobody answered', [request('asked', 'no-answer')], 'no-answer'],
    ['refused, and nobody asked since', [request('refused', 'list-closed')], 'list-closed'],
    ['refused, and another is being asked', [request('refused', 'not-yet'), request('asked')], 'not-yet'],
    ['refused twice', [request('refused', 'not-yet'), request('refused', 'list-closed')], 'list-closed'],
    ['refused, and another said yes', [request('refused', 'not-yet'), request('accepted')], 'in-hand'],
    ['a yes that nobody acted on', [request('accepted', 'no-worker')], 'no-worker'],
    ['refused, and begun elsewhere', [request('begun'), request('refused', 'not-yet')], 'begun'],
    ['refused, and then taken back', [request('refused', 'not-yet'), request('taken-back')], 'taken-back'],
    ['taken back, and still asked elsewhere', [request('taken-back'), request('asked')], 'in-hand'],
  ] as const)('%s', (_, requests, state) => {
    expect(needState(requests)).toBe(state);
  });

  it('is one of the list, is begun once support began, and is unmet only for a reason that somebody gave', () => {
    const any = fc.record({
      id: fc.uuid(),
      stands: fc.constantFrom('asked', 'accepted', 'begun', 'refused', 'taken-back'),
      reason: fc.option(fc.constantFrom(...UNMET_REASONS), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (requests) => {
        const state = needState(requests);
        expect(NEED_STATES).toContain(state);
        expect(state === 'begun').toBe(requests.some(({ stands }) => stands === 'begun'));
        if (UNMET_REASONS.some((reason) => reason === state))
          expect(requests.map(({ reason }) => reason)).toContain(state);
      }),
    );
  });

  it('P7 never tells that a service knows somebody else of the case', () => {
    expect(unmetBy('told-to-the-lead')).toBe('other-reason');
    expect(unmetBy('told-to-the-lead')).toBe(unmetBy('not-enough-known'));
    for (const decline of REQUEST_DECLINES) expect([null, ...UNMET_REASONS]).toContain(unmetBy(decline));
    expect([unmetBy('a-code-of-later'), unmetBy(null), unmetBy('person-chose-otherwise')]).toEqual([
      'other-reason',
      'other-reason',
      null,
    ]);
  });
});

describe('what changed for somebody, as they say it', () => {
  let made = 0;
  const answer = (score: number | null, weeks: number, more: Partial<OutcomeEvidence> = {}) => ({
    id: `answer-${(made += 1)}`,
    answer: score === null ? ('declined' as const) : ('scored' as const),
    score,
    lowest: 1,
    highest: 5,
    at: plus(START, (weeks * SCORES_APART) / 6) as Instant,
    supersedes: null,
    ...more,
  });

  it.each([
    ['higher after six weeks', [answer(2, 0), answer(4, 6)], 'better'],
    ['lower after six weeks', [answer(4, 0), answer(2, 9)], 'worse'],
    ['the same', [answer(3, 0), answer(5, 6), answer(3, 12)], 'same'],
    ['within six weeks', [answer(2, 0), answer(4, 5)], 'one-score'],
    ['once', [answer(2, 0)], 'one-score'],
    ['scored once, declined later', [answer(2, 0), answer(null, 8)], 'one-score'],
    ['on another scale', [answer(2, 0), answer(4, 8, { highest: 10 })], 'one-score'],
    [
      'on the old scale and twice on the new one',
      [answer(2, 0), answer(9, 8, { highest: 10 }), answer(4, 16, { highest: 10 })],
      'worse',
    ],
    ['declined', [answer(null, 0)], 'declined'],
    ['nobody asked', [answer(null, 0, { answer: 'not-asked' })], 'not-asked'],
    ['an old record', [answer(null, 0, { answer: 'not-recorded' })], 'not-recorded'],
  ] as const)('%s', (_, evidence, state) => {
    expect(outcomeState(evidence)).toBe(state);
  });

  it('is what was put right, as it was put right', () => {
    const [first, wrong] = [answer(2, 0), answer(5, 8)];
    const right = answer(1, 8, { supersedes: wrong.id });
    expect(outcomeState([first, wrong])).toBe('better');
    expect(outcomeState([first, wrong, right])).toBe('worse');
  });

  it('P14 does not depend on the order in which answers were typed in, and turns round with the scores', () => {
    const any = fc
      .record({ score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), weeks: fc.nat(40) })
      .map(({ score, weeks }) => ({ score, weeks }));
    const turned = { better: 'worse', worse: 'better' } as Readonly<Record<string, string>>;
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 6, selector: ({ weeks }) => weeks }), (answers) => {
        const evidence = answers.map(({ score, weeks }) => answer(score, weeks));
        const state = outcomeState(evidence);
        expect(OUTCOME_STATES).toContain(state);
        expect(outcomeState(evidence.toReversed())).toBe(state);
        const mirrored = evidence.map((one) => ({
          ...one,
          score: one.score === null ? null : 6 - one.score,
        }));
        expect(outcomeState(mirrored)).toBe(turned[state] ?? state);
      }),
    );
  });
});

describe('whom a service has', () => {
  it('P10 is what came less what left, and never below nobody, whatever happened to a request', () => {
    const step = fc.constantFrom('waits', 'adviser', 'left');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const spells = steps.reduce<readonly Spell[]>(
          (all, as, n) => spellsAfter(all, { as, at: plus(START, n * 20 * 24 * 3_600_000) }),
          [],
        );
        const cells = ofSpells({
          id: 'a',
          caseId: 'case' as CaseId,
          monthOn: '2026-03-01',
          value: 'service',
          kind: 'caseload',
          state: 'left',
          evidence: spells,
        });
        const stands = (as: string) =>
          cells.filter(({ bucket }) => bucket === `${as}-came`).length -
          cells.filter(({ bucket }) => bucket === `${as}-left`).length;
        expect([stands('waits'), stands('adviser')]).toEqual([
          Number(steps.at(-1) === 'waits'),
          Number(steps.at(-1) === 'adviser'),
        ]);
        expect(spells.slice(0, -1).filter(({ to }) => to === null)).toEqual([]);
      }),
    );
  });
});

describe('who goes on with justice', () => {
  const at = (weeks: number) => plus(START, weeks * 7 * 24 * 3_600_000);
  const said = (position: SaidPosition['position'], weeks: number, ended = false): SaidPosition => ({
    id: `${position}-${weeks}`,
    position,
    at: at(weeks),
    ended,
  });
  const wait = (service: string, weeks: number | null): PathwayFact => ({
    id: service,
    kind: 'wait',
    caseId: 'case' as CaseId,
    monthOn: '2026-03-01',
    service,
    provider: 'one',
    startedAt: START,
    reachedAt: weeks === null ? null : at(weeks),
    endedAt: null,
    state: weeks === null ? 'waiting' : 'begun',
  });

  it.each([
    ['open, whatever was said', null, [said('withdrew', 1)], [], 'open', 'without-adviser'],
    ['ended, and nothing was said', 4, [], [wait('isva', 2)], 'went-on', 'with-adviser'],
    [
      'ended after the person withdrew',
      4,
      [said('withdrew', 3)],
      [wait('isva', 2)],
      'stopped',
      'with-adviser',
    ],
    ['ended before the person withdrew', 4, [said('withdrew', 5)], [], 'went-on', 'without-adviser'],
    [
      'withdrew and came back',
      4,
      [said('withdrew', 1), said('supports', 2)],
      [],
      'went-on',
      'without-adviser',
    ],
    ['a word that was put right', 4, [said('withdrew', 3, true)], [], 'went-on', 'without-adviser'],
    ['an adviser after the end', 4, [], [wait('isva', 5)], 'went-on', 'without-adviser'],
    ['support that is no adviser', 4, [], [wait('counselling', 1)], 'went-on', 'without-adviser'],
    ['an adviser still awaited', 4, [], [wait('isva', null)], 'went-on', 'without-adviser'],
  ] as const)('%s', (_, ended, positions, pathway, state, value) => {
    const investigation = { endedAt: ended === null ? null : at(ended) };
    expect(stayingOf(investigation, { pathway, said: positions })).toEqual({ state, value });
  });
});
