import {
  instant,
  isoOf,
  OUTCOME_MEASURES,
  plus,
  type CaseId,
  type Cell,
  type ComplaintId,
  type Instant,
  type OutcomeId,
} from '#libs/domain';
import { figureBuild, fullScan, PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CareActs } from '../care/support';

jest.setTimeout(180_000);

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGAN = instant('2026-03-02T10:00:00Z');

const lines = (cells: readonly Cell[]) =>
  cells
    .map(({ measure, dimension, value, monthOn, bucket, count }) =>
      [measure, dimension, value, monthOn, bucket, count].join(' '),
    )
    .toSorted();

async function kept(): Promise<readonly string[]> {
  return lines(
    await instance().admin<Cell>(
      `select measure, dimension, value, month_on::text as "monthOn", bucket, count::float8 as count
       from report.rollup where side = (select live_side from report.figure_build)`,
    ),
  );
}

async function scanned(): Promise<readonly string[]> {
  const { worker } = instance();
  const { live } = await figureBuild(worker);
  return lines(await fullScan(worker, live));
}

const told = async (measure: string) =>
  (await kept())
    .filter((line) => line.startsWith(`${measure} `))
    .map((line) => line.slice(measure.length + 1));

async function refer(reported: Instant = BEGAN): Promise<CaseId> {
  await instance().setNow(isoOf(plus(reported, 60_000)));
  return (await promise.refer(isoOf(reported))).caseId;
}

describe('what people say, in the figures', () => {
  it('is the first score beside the latest one, as it was put right, and what nobody said', async () => {
    const projector = new PromiseFactProjector(instance().worker);
    const caseId = await refer();
    const on = async (days: number) => {
      const at = plus(BEGAN, days * DAY) as Instant;
      await instance().setNow(isoOf(plus(at, HOUR)));
      return at;
    };
    const measure = 'feels-safer' as const;
    await acts.score(
      caseId,
      [
        { measure, answer: 'scored', score: 2 },
        { measure: 'able-to-cope', answer: 'declined', score: null },
      ],
      'responder',
      await on(1),
    );
    await caughtUp(instance(), projector);
    expect(await told('outcome')).toEqual([
      'question able-to-cope 2026-03-01 declined 1',
      'question feels-safer 2026-03-01 one-score 1',
    ]);
    const later = await acts.score(
      caseId,
      [{ measure, answer: 'scored', score: 4 }],
      'responder',
      await on(50),
    );
    await caughtUp(instance(), projector);
    expect(await told('outcome')).toContain('question feels-safer 2026-03-01 better 1');
    if (later.kind !== 'recorded') throw new Error(later.kind);
    await acts.correct(later.scoreIds[0]!, 'scored', 1);
    await caughtUp(instance(), projector);
    expect(await told('outcome')).toContain('question feels-safer 2026-03-01 worse 1');
  });
});

describe('complaints, in the figures', () => {
  it('turn when their limit passes without a reply, and are of no case', async () => {
    const projector = new PromiseFactProjector(instance().worker);
    const caseId = await refer();
    const complain = async () => {
      const outcome = await acts.complain({
        caseId,
        about: 'our-service',
        aboutUserId: null,
        words: 'Nobody from the sample service rang back',
        receivedAt: BEGAN,
      });
      if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
      await acts.handle(outcome.complaintId, 'acknowledge');
      return outcome.complaintId;
    };
    const [answered, silent, taken] = [await complain(), await complain(), await complain()];
    await acts.handle(answered, 'answer', { finding: 'upheld' });
    await acts.handle(answered, 'reopen');
    await acts.handle(taken, 'withdraw');
    await caughtUp(instance(), projector);
    expect(await told('complaint')).toEqual([
      'county all 2026-03-01 in-time 1',
      'county all 2026-03-01 open 1',
      'county all 2026-03-01 withdrawn 1',
    ]);
    await instance().setNow('2026-03-30T16:00:01Z');
    await caughtUp(instance(), projector);
    expect(await told('complaint')).toContain('county all 2026-03-01 not-answered 1');
    await acts.handle(silent, 'answer', { finding: 'not-upheld' });
    await acts.handle(answered, 'answer', { finding: 'upheld' });
    await caughtUp(instance(), projector);
    expect(await told('complaint')).toEqual([
      'county all 2026-03-01 in-time 1',
      'county all 2026-03-01 late 1',
      'county all 2026-03-01 withdrawn 1',
    ]);
    const [row] = await instance().admin<{ n: number }>(
      `select count(*)::integer as n from report.complaint_fact f
       where exists (select 1 from app.case_file c where to_jsonb(f)::text like '%' || c.case_id || '%')`,
    );
    expect(row?.n).toBe(0);
  });
});

describe('figures under answers and complaints', () => {
  // Time never goes back from one history to the next.
  let now = instant('2026-06-01T10:00:00Z');

  it.each([1, 2, 3])(
    'P10 are those of a full scan after every act, and of a rebuild at the end: history %d',
    async (seed) => {
      let state = seed;
      const roll = (sides: number) => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
      };
      const projector = new PromiseFactProjector(instance().worker, { limit: 3 });
      const cases = [await refer(now), await refer(now)];
      const scores: OutcomeId[] = [];
      const complaints: ComplaintId[] = [];
      const act = async (): Promise<string> => {
        const caseId = cases[roll(cases.length)]!;
        const earlier = plus(now, -roll(20 * 24) * HOUR) as Instant;
        const chosen = roll(5);
        if (chosen <= 1) {
          const measure = OUTCOME_MEASURES[roll(3)] ?? 'feels-safer';
          const score = roll(4) === 0 ? null : 1 + roll(5);
          const answer = score === null ? 'not-asked' : 'scored';
          const outcome = await acts.score(caseId, [{ measure, answer, score }], 'responder', earlier);
          if (outcome.kind === 'recorded') scores.push(...outcome.scoreIds);
          return `score ${outcome.kind}`;
        }
        const wrong = scores[roll(scores.length)];
        if (chosen === 2 && wrong !== undefined)
          return `correct ${(await acts.correct(wrong, 'scored', 1 + roll(5))).kind}`;
        if (chosen === 3) {
          const words = 'Nobody from the sample service rang back';
          const about = 'our-service' as const;
          const outcome = await acts.complain({
            caseId,
            about,
            aboutUserId: null,
            words,
            receivedAt: earlier,
          });
          if (outcome.kind === 'recorded') complaints.push(outcome.complaintId);
          return `complain ${outcome.kind}`;
        }
        const complaint = complaints[roll(complaints.length)];
        if (complaint === undefined) return 'nothing';
        const event = (['acknowledge', 'answer', 'withdraw'] as const)[roll(3)] ?? 'answer';
        const finding = event === 'answer' ? ('upheld' as const) : null;
        return `${event} ${(await acts.handle(complaint, event, { finding })).kind}`;
      };
      const done: string[] = [];
      for (let n = 0; n < 14; n += 1) {
        now = plus(now, roll(12 * 24) * HOUR);
        await instance().setNow(isoOf(now));
        done.push(await act());
        await caughtUp(instance(), projector);
        expect({ done, cells: await kept() }).toEqual({ done, cells: await scanned() });
      }
      const before = await kept();
      await projector.rebuild();
      expect(await kept()).toEqual(before);
    },
  );
});
