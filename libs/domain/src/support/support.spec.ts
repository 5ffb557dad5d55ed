import { AGE_BANDS } from '../referral/age-band';
import { SOURCES } from '../referral/codes';
import { plus, SECOND } from '../time';
import {
  acknowledgeTask,
  beginTask,
  finishTask,
  judgeTaskNotNeeded,
  sendTask,
  takeTask,
  withdrawSupportTask,
} from './change-support-task';
import { checkInRefusal, reviewDayRefusal } from './check-ins';
import { SUPPORT_KINDS } from '../directory/codes';
import { labelFaults } from './labels';
import { ownPathwayRefusal } from './own-pathway';
import { sampleDatesRefusal, samplesReviewOn } from './samples';
import { answersForTask, isTaskLate } from './support-task';
import { aSupportTask, COLLEAGUE, DUE, hours, OPENED, WORKER } from './support.samples';

const by = WORKER;

describe('a referral to MARAC or the IDVA service', () => {
  it('P6 is not sent without a ground, and rests only when they have said that they have it', () => {
    const task = aSupportTask('marac');
    const answerDueAt = hours(72);
    expect(sendTask(task, { ground: null, answerDueAt, now: hours(1) })).toMatchObject({
      reason: 'no-ground',
    });
    const sent = sendTask(task, { ground: 'override', answerDueAt, now: hours(1) });
    if (sent.kind !== 'changed') throw new Error(sent.reason);
    expect(sent.task).toMatchObject({ state: 'sent', dueAt: answerDueAt, ground: 'override' });
    expect(finishTask(sent.task, { outcome: 'high', by, now: hours(2) })).toMatchObject({ kind: 'refused' });
    expect(acknowledgeTask(sent.task, { at: hours(0), by, now: hours(2) })).toMatchObject({
      reason: 'before-it-was-sent',
    });
    expect(acknowledgeTask(sent.task, { at: hours(3), by, now: hours(2) })).toMatchObject({
      reason: 'in-the-future',
    });
    expect(acknowledgeTask(sent.task, { at: hours(2), by, now: hours(2) })).toMatchObject({
      task: { state: 'acknowledged', settledBy: by },
    });
  });

  it('is not done by saying so, and a DASH is not sent to anybody', () => {
    expect(finishTask(aSupportTask('idva'), { outcome: 'high', by, now: hours(1) })).toMatchObject({
      reason: 'must-be-sent',
    });
    expect(
      sendTask(aSupportTask('dash'), { ground: 'consent', answerDueAt: DUE, now: hours(1) }),
    ).toMatchObject({ reason: 'is-not-sent' });
  });

  it('ends only in ways that are its own', () => {
    expect(finishTask(aSupportTask('dash'), { outcome: 'is-well', by, now: hours(1) })).toMatchObject({
      reason: 'no-such-end',
    });
    expect(
      judgeTaskNotNeeded(aSupportTask('sample-review'), { outcome: 'below-threshold', by, now: hours(1) }),
    ).toMatchObject({ reason: 'no-such-end' });
    expect(
      judgeTaskNotNeeded(aSupportTask('marac'), { outcome: 'below-threshold', by, now: hours(1) }),
    ).toMatchObject({ task: { state: 'not-needed', outcome: 'below-threshold' } });
  });
});

describe('what is planned', () => {
  it('is not late before its day, cannot be done before it, and can be taken back', () => {
    const planned = aSupportTask('check-in', '2026-06-01');
    expect(isTaskLate(planned, plus(DUE, SECOND))).toBe(false);
    expect(finishTask(planned, { outcome: 'is-well', by, now: hours(1) })).toMatchObject({
      reason: 'not-begun',
    });
    expect(withdrawSupportTask(planned, { outcome: 'person-changed-mind', by, now: hours(1) })).toMatchObject(
      {
        task: { state: 'withdrawn' },
      },
    );
    const begun = beginTask(planned, { dueAt: DUE, now: hours(1) });
    if (begun.kind !== 'changed') throw new Error(begun.reason);
    expect(beginTask(begun.task, { dueAt: DUE, now: hours(2) })).toMatchObject({ kind: 'refused' });
    expect(isTaskLate(begun.task, DUE)).toBe(false);
    expect(isTaskLate(begun.task, plus(DUE, SECOND))).toBe(true);
  });
});

describe('who answers for a task', () => {
  it('P15 the worker until its time has passed, the duty lead while they are away, the team when they have left, then the duty lead', () => {
    const task = aSupportTask('idva');
    expect(answersForTask(task, { ownerWorksHere: true, ownerIsAway: false, now: OPENED })).toEqual({
      kind: 'worker',
      userId: WORKER,
    });
    expect(answersForTask(task, { ownerWorksHere: false, ownerIsAway: false, now: OPENED })).toEqual({
      kind: 'team',
    });
    expect(
      answersForTask(task, { ownerWorksHere: true, ownerIsAway: false, now: plus(DUE, SECOND) }),
    ).toEqual({
      kind: 'duty-lead',
    });
    expect(answersForTask(task, { ownerWorksHere: true, ownerIsAway: true, now: OPENED })).toEqual({
      kind: 'duty-lead',
    });
    const taken = takeTask(task, { by: COLLEAGUE, now: hours(1) });
    expect(taken).toMatchObject({ task: { ownerUserId: COLLEAGUE } });
    expect(takeTask(task, { by: WORKER, now: hours(1) })).toMatchObject({ reason: 'own-already' });
  });
});

describe('a pathway of one’s own', () => {
  const asked = { kind: 'anonymous', source: 'self', band: '25-plus', crimeNumberGiven: false } as const;

  it('is never opened by the police, nor with a crime number', () => {
    for (const source of SOURCES)
      expect(ownPathwayRefusal({ ...asked, source, band: AGE_BANDS.at(-1)! })).toBe(
        source === 'police' ? 'not-from-the-police' : null,
      );
    expect(ownPathwayRefusal({ ...asked, band: AGE_BANDS.at(-1)!, crimeNumberGiven: true })).toBe(
      'crime-number-given',
    );
  });

  it('is closed to a child under 13, for whom the police or social care come first', () => {
    const closed = AGE_BANDS.filter((band) => ownPathwayRefusal({ ...asked, band }) !== null);
    expect(closed).toEqual(['under-13']);
  });

  it('of a supporter comes from their own call alone', () => {
    const open = SOURCES.filter(
      (source) =>
        ownPathwayRefusal({ ...asked, kind: 'supporter', source, band: AGE_BANDS.at(-1)! }) === null,
    );
    expect(open).toEqual(['self']);
  });
});

describe('the days of samples and check-ins', () => {
  const today = '2026-11-23';

  it.each([
    ['2026-11-24', '2027-11-24', 'taken-in-the-future'],
    ['2026-11-20', '2026-11-20', 'kept-until-before-taken'],
    ['2024-11-20', '2026-11-22', 'kept-until-past'],
    ['2026-11-20', '2070-11-20', 'kept-too-long'],
    ['2026-11-20', '2028-11-20', null],
  ])('samples taken on %s and kept until %s: %s', (takenOn, keptUntil, refusal) => {
    expect(sampleDatesRefusal({ takenOn, keptUntil, today })).toBe(refusal);
  });

  it('somebody looks at samples four weeks before they go, and today when that has passed', () => {
    expect(samplesReviewOn({ keptUntil: '2028-11-20', today })).toBe('2028-10-23');
    expect(samplesReviewOn({ keptUntil: '2026-12-01', today })).toBe(today);
  });

  it('a check-in is later than today, and within three years; a flag within three months', () => {
    expect(checkInRefusal({ on: today, today })).toBe('not-in-the-future');
    expect(checkInRefusal({ on: '2027-11-23', today })).toBeNull();
    expect(checkInRefusal({ on: '2031-01-01', today })).toBe('too-far-ahead');
    expect(reviewDayRefusal({ on: '2027-02-23', today })).toBeNull();
    expect(reviewDayRefusal({ on: '2027-02-24', today })).toBe('too-far-ahead');
  });
});

describe('the labels of an area', () => {
  const label = { short: 'X', name: 'Example', plural: 'examples' };
  const all = Object.fromEntries(SUPPORT_KINDS.map((kind) => [kind, label]));

  it('name every kind and no other, or say all that is wrong at once', () => {
    expect(labelFaults(all)).toEqual([]);
    const faulty = { ...all, isva: { ...label, short: '' }, sarc: undefined, chisva: label };
    expect(labelFaults(faulty).map((fault) => fault.split(':')[0])).toEqual(['chisva', 'isva.short', 'sarc']);
    expect(labelFaults([])).toHaveLength(1);
  });
});
