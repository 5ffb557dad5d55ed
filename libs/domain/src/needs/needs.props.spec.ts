import fc from 'fast-check';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { instant, plus, SECOND } from '../time';
import { needsNow, needsRefusal, wholeAnswers, type AssessmentId, type NeedsAssessment } from './assessment';
import { isUrgentRisk, NEED_ANSWERS, NEED_AREAS, RISK_ENDINGS, RISKS, URGENT_RISKS } from './codes';
import { closeRisk, reviewRisk, riskDayRefusal, type RiskFlag, type RiskId } from './risk';

const NOW = instant('2026-03-02T10:00:00Z');
const USER = 'user' as string as UserId;

const aRisk: RiskFlag = {
  id: 'risk' as string as RiskId,
  caseId: 'case' as string as CaseId,
  personId: 'person' as string as PersonId,
  handlingAgencyId: 'agency' as string as AgencyId,
  keptBy: null,
  risk: 'stalking',
  state: 'standing',
  raisedBy: USER,
  raisedAt: NOW,
  reviewOn: '2026-03-20',
  reviewedBy: null,
  reviewedAt: null,
  ending: null,
  closedBy: null,
  closedAt: null,
  revision: 1,
};

const answers = fc
  .tuple(...NEED_AREAS.map(() => fc.constantFrom(...NEED_ANSWERS)))
  .map((given) => wholeAnswers(Object.fromEntries(NEED_AREAS.map((area, nth) => [area, given[nth]]))));
const assessment = answers.map((given): NeedsAssessment => ({
  id: 'assessment' as string as AssessmentId,
  caseId: aRisk.caseId,
  personId: aRisk.personId,
  handlingAgencyId: aRisk.handlingAgencyId,
  keptBy: null,
  answers: given,
  assessedBy: USER,
  happenedAt: NOW,
  recordedAt: NOW,
}));

describe('needs', () => {
  it('that were said are taken away by no later talk that did not ask', () => {
    fc.assert(
      fc.property(fc.array(assessment, { maxLength: 6 }), (latestFirst) => {
        const now = needsNow(latestFirst);
        for (const area of NEED_AREAS) {
          const said = latestFirst.map((one) => one.answers[area]).filter((answer) => answer !== 'not-asked');
          expect(now[area]).toBe(said[0] ?? 'not-asked');
        }
      }),
    );
  });

  it('are recorded once they were spoken of, with at least one answer', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -1000, max: 1000 }), (given, seconds) => {
        const happenedAt = plus(NOW, seconds * SECOND);
        const silent = NEED_AREAS.every((area) => given[area] === 'not-asked');
        const expected = seconds > 0 ? 'in-the-future' : silent ? 'nothing-answered' : null;
        expect(needsRefusal({ answers: given, happenedAt, now: NOW })).toBe(expected);
      }),
    );
  });
});

describe('a risk', () => {
  it('stands until it is closed, once, with a reason, and is never changed afterwards', () => {
    const step = fc.oneof(
      fc.constantFrom(...RISK_ENDINGS).map((ending) => ({ kind: 'close', ending }) as const),
      fc.constant({ kind: 'review' } as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let flag = aRisk;
        for (const one of steps) {
          const by = { by: USER, now: NOW };
          const changed =
            one.kind === 'close'
              ? closeRisk(flag, { ...by, ending: one.ending })
              : reviewRisk(flag, { ...by, reviewOn: '2026-03-25' });
          expect(changed.kind).toBe(flag.state === 'standing' ? 'changed' : 'refused');
          if (changed.kind === 'changed') flag = changed.flag;
          expect(flag.ending === null).toBe(flag.state === 'standing');
          expect(flag.raisedBy).toBe(USER);
        }
      }),
    );
  });

  it.each([
    ['2026-03-02', 'review-not-ahead'],
    ['2026-03-03', null],
    ['2026-03-30', null],
    ['2026-03-31', 'review-too-late'],
  ])('looked at again on %s, from Monday 2 March and within 28 days, is %s', (on, expected) => {
    expect(riskDayRefusal({ on, today: '2026-03-02', withinDays: 28 })).toBe(expected);
  });

  it('cannot wait exactly when it is one of the urgent four', () => {
    expect(RISKS.filter(isUrgentRisk)).toEqual([...URGENT_RISKS]);
  });
});
