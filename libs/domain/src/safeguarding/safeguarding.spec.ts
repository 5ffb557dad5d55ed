import { AGE_BANDS } from '../referral/age-band';
import { plus, SECOND } from '../time';
import {
  acknowledgeTelling,
  finishReview,
  fireSafeguarding,
  judgeNotNeeded,
  putOffTelling,
  tellBody,
} from './change-safeguarding';
import { kindForAge, NOT_NEEDED, SAFEGUARDING_BODIES } from './codes';
import { aSafeguardingTask, DUE, hours, LEAD, OPENED } from './safeguarding.samples';
import { maySendToSarc } from './sarc-route';

const answerDueAt = hours(80);
const by = LEAD;

describe('what an age asks for by itself', () => {
  it('a task under 16, and a cause from then on', () => {
    expect(kindForAge('under-13')).toBe('child-under-13');
    expect(kindForAge('13-15')).toBe('child-under-16');
    expect([kindForAge('16-17'), kindForAge('adult')]).toEqual([null, null]);
  });
});

describe('the clock of a safeguarding task', () => {
  it('is in time at the due instant and overdue a second after, once', () => {
    const task = aSafeguardingTask();
    expect(fireSafeguarding(task, DUE).events).toEqual([]);
    const fired = fireSafeguarding(task, plus(DUE, SECOND));
    expect(fired.events).toMatchObject([{ type: 'safeguarding.overdue', happenedAt: DUE }]);
    expect(fireSafeguarding(fired.task, plus(DUE, 90 * SECOND)).events).toEqual([]);
  });

  it('starts again for the answer once somebody was told, and says so when the answer does not come', () => {
    const told = tellBody(aSafeguardingTask(), { body: 'police', at: hours(3), answerDueAt, now: hours(4) });
    if (told.kind !== 'changed') throw new Error('it may be told');
    expect(told.task).toMatchObject({
      state: 'referred',
      dueAt: answerDueAt,
      nextFireAt: plus(answerDueAt, SECOND),
    });
    expect(fireSafeguarding(told.task, plus(answerDueAt, SECOND)).events).toMatchObject([
      { type: 'safeguarding.overdue', happenedAt: answerDueAt },
    ]);
  });

  it('a wait for safety does not move the due time, and is over when it is over', () => {
    const put = putOffTelling(aSafeguardingTask(), {
      reason: 'telling-now-endangers-them',
      until: hours(72),
      now: hours(1),
    });
    if (put.kind !== 'changed') throw new Error('it may wait');
    expect(put.task.dueAt).toBe(DUE);
    const late = fireSafeguarding(put.task, hours(40));
    expect(late.events).toMatchObject([{ type: 'safeguarding.overdue' }]);
    expect(fireSafeguarding(late.task, hours(72)).events).toMatchObject([{ type: 'safeguarding.wait-over' }]);
  });

  it.each([
    [hours(1), 'not-in-the-future'],
    [hours(7 * 24 + 1), 'too-long'],
  ] as const)('a wait until %s is refused', (until, reason) => {
    const put = putOffTelling(aSafeguardingTask(), { reason: 'body-asked-to-wait', until, now: hours(2) });
    expect(put).toEqual({ kind: 'refused', reason });
  });
});

describe('who ends a safeguarding task, and how', () => {
  it('under 13 nobody judges that telling is not needed', () => {
    const refused = NOT_NEEDED.filter(
      (reason) =>
        judgeNotNeeded(aSafeguardingTask('child-under-13'), { reason, by, now: hours(1) }).kind === 'refused',
    );
    expect(refused).toEqual(['no-risk-found', 'known-to-social-care']);
  });

  it('an answer comes only after telling', () => {
    expect(acknowledgeTelling(aSafeguardingTask(), { by, now: hours(1) })).toEqual({
      kind: 'refused',
      reason: 'not-told-yet',
    });
  });

  it('a review tells nobody, and no other task is a review', () => {
    const now = hours(1);
    const review = aSafeguardingTask('turning-18');
    expect(tellBody(review, { body: 'police', at: now, answerDueAt, now })).toMatchObject({
      reason: 'is-a-review',
    });
    expect(finishReview(review, { end: 'person-said-who', by, now })).toMatchObject({
      task: { state: 'reviewed' },
    });
    expect(finishReview(aSafeguardingTask(), { end: 'person-said-who', by, now })).toMatchObject({
      reason: 'is-no-review',
    });
  });

  it('nothing changes one that is settled', () => {
    const done = judgeNotNeeded(aSafeguardingTask('child-under-16'), {
      reason: 'told-already',
      by,
      now: hours(1),
    });
    if (done.kind !== 'changed') throw new Error('it may be ended');
    const now = hours(2);
    expect(tellBody(done.task, { body: 'police', at: now, answerDueAt, now })).toMatchObject({
      reason: 'settled',
    });
    expect(fireSafeguarding(done.task, hours(900)).events).toEqual([]);
  });

  it('telling is not said to have happened tomorrow, or long before it was known', () => {
    const tell = (at: typeof OPENED) =>
      tellBody(aSafeguardingTask(), { body: 'police', at, answerDueAt, now: hours(1) });
    expect(tell(hours(2))).toMatchObject({ reason: 'in-the-future' });
    expect(tell(hours(-25))).toMatchObject({ reason: 'before-it-opened' });
  });
});

describe('the way to the SARC', () => {
  it('is closed under 13 until the police or social care were told, and open from 13', () => {
    expect(AGE_BANDS.filter((band) => !maySendToSarc({ band, told: [] }))).toEqual(['under-13']);
    const opening = SAFEGUARDING_BODIES.filter((body) => maySendToSarc({ band: 'under-13', told: [body] }));
    expect(opening).toEqual(['childrens-social-care', 'police']);
  });
});
