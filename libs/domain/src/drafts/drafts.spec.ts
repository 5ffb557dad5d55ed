import fc from 'fast-check';
import { HOUR, instant, plus } from '../time';
import {
  changedAnswers,
  DRAFT_STEPS,
  draftExpiry,
  nextStepOf,
  saveStep,
  type DraftAnswers,
  type DraftContents,
  type DraftStep,
} from './draft';
import { thinLimbs } from './thin-time';

const EMPTY = { contents: {} as DraftContents, revision: 1 };
const NOW = instant('2026-03-02T10:00:00Z');

describe('a draft', () => {
  it('lives 20 hours from its last change', () => {
    expect(draftExpiry(NOW)).toBe(instant('2026-03-03T06:00:00Z'));
  });

  it('is saved once when the same answers come twice, from however old a window', () => {
    const change = { step: 'person', answers: { age: '27' }, basedOn: 1 } as const;
    const first = saveStep(EMPTY, change);
    if (first.kind !== 'saved') throw new Error(first.kind);
    expect(saveStep(first, change)).toEqual(first);
  });

  it('is not overwritten by a window that has not seen the newer answers', () => {
    const newer = saveStep(EMPTY, { step: 'person', answers: { age: '27' }, basedOn: 1 });
    if (newer.kind !== 'saved') throw new Error(newer.kind);
    const older = saveStep(newer, { step: 'person', answers: { age: '28' }, basedOn: 1 });
    expect(older).toEqual({ kind: 'changed-elsewhere', saved: { answers: { age: '27' }, revision: 2 } });
    expect(saveStep(newer, { step: 'person', answers: { age: '28' }, basedOn: 2 }).kind).toBe('saved');
  });

  it('goes on at the first step that was never saved', () => {
    const saved = { answers: {}, revision: 2 };
    expect(nextStepOf({})).toBe('person');
    expect(nextStepOf({ person: saved, report: saved })).toBe('contact');
    expect(nextStepOf({ person: saved, contact: saved, report: saved, agreement: saved })).toBeNull();
  });

  it('names what differs, and takes one answer for a list of one', () => {
    expect(changedAnswers({ a: '1', b: ['x'] }, { a: '2', b: 'x', c: '3' })).toEqual(['a', 'c']);
  });

  it('loses nothing: what a window saved stays until somebody who saw it saves over it', () => {
    const answers = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3'));
    const saving = fc.record({
      step: fc.constantFrom<DraftStep>(...DRAFT_STEPS),
      answers: answers as fc.Arbitrary<DraftAnswers>,
      behind: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(saving, { maxLength: 12 }), (savings) => {
        let draft = EMPTY;
        for (const { step, answers: typed, behind } of savings) {
          const before = draft.contents[step];
          const basedOn = Math.max(1, draft.revision - behind);
          const after = saveStep(draft, { step, answers: typed, basedOn });
          if (after.kind === 'changed-elsewhere') {
            expect(before?.revision).toBeGreaterThan(basedOn);
            continue;
          }
          expect(changedAnswers(after.contents[step]?.answers ?? {}, typed)).toEqual([]);
          for (const other of DRAFT_STEPS.filter((one) => one !== step))
            expect(after.contents[other]).toBe(draft.contents[other]);
          expect(after.revision).toBeGreaterThanOrEqual(draft.revision);
          draft = after;
        }
      }),
    );
  });
});

describe('time that is nearly up', () => {
  const limb = (id: string, hours: number) => ({
    limb: id,
    binding: id === '1wd',
    dueAt: plus(NOW, hours * HOUR),
  });

  it('is a limb that has passed or has under two hours left, earliest first', () => {
    const limbs = [limb('1wd', 1.5), limb('24h', -1), limb('later', 2), limb('far', 30)];
    expect(thinLimbs(limbs, NOW).map(({ limb: id, passed }) => [id, passed])).toEqual([
      ['24h', true],
      ['1wd', false],
    ]);
  });

  it('has not passed at the due instant itself', () => {
    expect(thinLimbs([limb('24h', 0)], NOW)).toMatchObject([{ passed: false }]);
    expect(thinLimbs([limb('24h', 0)], plus(NOW, 1))).toMatchObject([{ passed: true }]);
  });
});
