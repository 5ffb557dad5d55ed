import fc from 'fast-check';
import {
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  equalityNow,
  isEqualityAnswer,
  NO_ANSWERS,
  type EqualityAnswer,
} from './equality';

const everyAnswer: readonly EqualityAnswer[] = [
  ...new Set([...Object.values(EQUALITY_QUESTIONS).flat(), ...NO_ANSWERS]),
];
const entry = fc.record({
  question: fc.constantFrom(...EQUALITY_QUESTION_CODES),
  answer: fc.constantFrom(...everyAnswer),
});

describe('the equality questions', () => {
  it('have one answer each: the latest, and “not asked” where there is none', () => {
    fc.assert(
      fc.property(fc.array(entry), (latestFirst) => {
        const now = equalityNow(latestFirst);
        for (const question of EQUALITY_QUESTION_CODES) {
          const [latest] = latestFirst.filter((one) => one.question === question);
          expect(now[question]).toBe(latest?.answer ?? 'not-asked');
        }
      }),
    );
  });

  it('take their own answers and a reason for none, and no other question’s', () => {
    fc.assert(
      fc.property(entry, ({ question, answer }) => {
        const own: readonly string[] = [...EQUALITY_QUESTIONS[question], ...NO_ANSWERS];
        expect(isEqualityAnswer(question, answer)).toBe(own.includes(answer));
      }),
    );
  });

  it('keep not asked, declined and unknown apart, under every question', () => {
    for (const question of EQUALITY_QUESTION_CODES)
      for (const answer of NO_ANSWERS) expect(equalityNow([{ question, answer }])[question]).toBe(answer);
  });
});
