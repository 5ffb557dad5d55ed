import fc from 'fast-check';
import { route } from './route';
import { someRouting } from './route.samples';
import { NOW } from './routing.samples';
import { veiled } from './veil';

const LEFT_TO_THE_LEAD = {
  candidates: [],
  rejected: [],
  decidedBy: { role: 'duty-lead', reason: 'lead-decides' },
};

describe('an answer as everybody but a lead reads it', () => {
  it('P7: is, kind by kind, what it would be without any wall, or says that the lead decides and nothing else', () => {
    fc.assert(
      fc.property(someRouting, ({ facts, table, services, loads }) => {
        const given = { table, services, loads, now: NOW };
        const walled = veiled(route({ ...given, facts }));
        const without = veiled(route({ ...given, facts: { ...facts, barredAgencies: [] } }));
        expect({ ...walled, answers: [] }).toEqual({ ...without, answers: [] });
        for (const [at, answer] of walled.answers.entries()) {
          const plain = without.answers[at];
          const { kind, asked, ...rest } = answer;
          if (rest.decidedBy?.reason === 'lead-decides') expect(rest).toEqual(LEFT_TO_THE_LEAD);
          else expect(answer).toEqual(plain);
          expect([kind, asked]).toEqual([plain?.kind, plain?.asked]);
        }
        expect(JSON.stringify(walled)).not.toContain('not-suitable');
      }),
      { numRuns: 300 },
    );
  });
});
