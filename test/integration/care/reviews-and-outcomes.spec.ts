import { BeginSupportTasks, OpenMissingReviews, reviewAtMilestone } from '#libs/casework';
import { instant, outcomeChanges, type CaseId } from '#libs/domain';
import { feedbackOfCase, outcomesOfCase } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CareActs, EARLIER, MONDAY } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
let caseId: CaseId;

beforeEach(async () => {
  await instance().setNow(MONDAY);
  ({ caseId } = await promise.refer('2026-03-02T10:00:00Z'));
});

const planned = async (on: string | null = null) => {
  const outcome = await acts.planReview(caseId, on);
  if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const reviews = () => acts.tasks(caseId, 'case-review');

describe('a review of the support', () => {
  it('comes after twelve weeks unless somebody names a day, and there is one at a time', async () => {
    expect(await planned()).toMatchObject({ on: '2026-05-25' });
    expect(await acts.planReview(caseId, '2026-04-01')).toMatchObject({ reason: 'planned-already' });
    expect((await reviews())[0]).toMatchObject({ state: 'planned', matter: 'cadence' });
    for (const by of ['officer', 'adviser', 'commissioner', 'manager'])
      expect(await acts.planReview(caseId, null, by)).toEqual({ kind: 'not-found' });
  });

  it('is no day behind us and none beyond the area’s weeks', async () => {
    expect(await acts.planReview(caseId, '2026-03-02')).toMatchObject({ reason: 'review-day-not-ahead' });
    expect(await acts.planReview(caseId, '2026-09-01')).toMatchObject({ reason: 'review-day-too-late' });
    expect(await acts.planReview(caseId, '2026-08-31')).toMatchObject({ kind: 'planned' });
  });

  it('is moved with a reason, and what was to be stays on record', async () => {
    const { taskId } = await planned();
    expect(await acts.moveReview(taskId, '2026-06-01', 'person-not-ready')).toMatchObject({ kind: 'moved' });
    expect(await reviews()).toMatchObject([
      { state: 'withdrawn', outcome: 'person-not-ready', planned_on: '2026-05-25' },
      { state: 'planned', planned_on: '2026-06-01' },
    ]);
    expect(await acts.moveReview(taskId, '2026-06-02', 'person-asked')).toMatchObject({ reason: 'settled' });
  });

  it('falls due on its day, and is done only with the next one', async () => {
    const { taskId } = await planned('2026-03-05');
    await acts.takeCase(caseId);
    await instance().setNow('2026-03-05T09:00:00Z');
    await new BeginSupportTasks(instance().workerWork).execute({ limit: 50 });
    const [open] = await reviews();
    expect(open).toMatchObject({ state: 'open' });
    const finish = (nextOn: string | null) =>
      acts.changeTask(taskId, { kind: 'finish', outcome: 'reviewed', nextOn });
    expect(await finish(null)).toMatchObject({ reason: 'next-day-missing' });
    expect(await finish('2026-03-05')).toMatchObject({ reason: 'review-day-not-ahead' });
    expect(await finish('2026-05-28')).toMatchObject({ kind: 'changed' });
    expect(await reviews()).toMatchObject([
      { state: 'done', outcome: 'reviewed' },
      { state: 'planned', planned_on: '2026-05-28', matter: 'cadence' },
    ]);
  });

  it('is held now when something happened in the investigation, once for however many things', async () => {
    await planned();
    const { webWork, persona, ids } = instance();
    const milestone = { caseId, happenedAt: EARLIER };
    for (let nth = 0; nth < 2; nth += 1)
      await webWork.run(persona('responder'), (tx) => reviewAtMilestone(tx, milestone, ids));
    expect(await reviews()).toMatchObject([
      { state: 'withdrawn', outcome: 'milestone-came' },
      { state: 'open', matter: 'milestone' },
    ]);
  });

  it('is opened for nobody who may not see it, and ahead of nothing that has not happened', async () => {
    const { webWork, persona, ids } = instance();
    for (const by of ['officer', 'adviser'])
      await webWork.run(persona(by), (tx) => reviewAtMilestone(tx, { caseId, happenedAt: EARLIER }, ids));
    const ahead = { caseId, happenedAt: instant('2026-04-02T10:00:00Z') };
    await webWork.run(persona('lead'), (tx) => reviewAtMilestone(tx, ahead, ids));
    expect(await reviews()).toEqual([]);
  });

  it('P1 lies ahead of every case whose support has begun, and of no other', async () => {
    const { workerWork, ids, pack, admin } = instance();
    await acts.takeCase(caseId);
    const round = () => new OpenMissingReviews(workerWork, ids, pack.care).execute({ limit: 50 });
    await round();
    expect(await reviews()).toEqual([]);
    await admin(
      `insert into app.support_task (task_id, kind, about_id, case_id, person_id, handling_agency_id, reference, state,
         opened_by, opened_at, due_at, policy_version, may_contact, matter, planned_on, settled_at, outcome)
       select gen_random_uuid(), 'case-review', case_id, case_id, person_id, handling_agency_id, reference, 'withdrawn',
         owner_user_id, app.service_now() - interval '1 day', app.service_now(), 1, false, 'cadence', '2026-03-01',
         app.service_now(), 'person-asked'
       from app.case_file where case_id = $1`,
      [caseId],
    );
    await round();
    expect(await reviews()).toHaveLength(1);
  });
});

describe('the measures of how support helps', () => {
  const scored = (score: number) => ({ measure: 'able-to-cope', answer: 'scored', score }) as const;
  const none = (answer: 'not-asked' | 'declined' | 'unknown') =>
    ({ measure: 'feels-safer', answer, score: null }) as const;
  const scores = () =>
    instance().webWork.read(instance().persona('responder'), (manager) => outcomesOfCase(manager, caseId));

  it('are kept over time, and a reason for none is no score', async () => {
    await acts.score(caseId, [scored(2), none('declined')]);
    await instance().setNow('2026-05-02T10:05:30Z');
    await acts.score(caseId, [scored(4), none('not-asked')], 'lead', instant('2026-05-02T10:00:00Z'));
    const changes = outcomeChanges(await scores());
    expect(changes.find(({ measure }) => measure === 'able-to-cope')).toMatchObject({
      first: 2,
      last: 4,
      direction: 'better',
    });
    expect(changes.find(({ measure }) => measure === 'feels-safer')).toMatchObject({
      scored: 0,
      direction: null,
    });
  });

  it.each([
    [[], 'no-measure'],
    [[scored(0)], 'score-off-the-scale'],
    [[scored(6)], 'score-off-the-scale'],
    [[scored(3), scored(3)], 'measure-twice'],
    [[{ ...none('declined'), score: 3 }], 'score-not-wanted'],
    [[{ ...scored(3), score: null }], 'score-missing'],
  ])('are refused as %j', async (given, reason) => {
    expect(await acts.score(caseId, given as never)).toMatchObject({ reason });
  });

  it('a correction stands in the place of what it corrects, once, and both stay', async () => {
    const outcome = await acts.score(caseId, [scored(1)]);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    const [wrong] = outcome.scoreIds;
    if (wrong === undefined) throw new Error('nothing recorded');
    expect(await acts.correct(wrong, 'scored', 9)).toMatchObject({ reason: 'score-off-the-scale' });
    expect(await acts.correct(wrong, 'scored', 4)).toMatchObject({ kind: 'corrected' });
    expect(await acts.correct(wrong, 'scored', 5)).toMatchObject({ reason: 'corrected-already' });
    expect(await scores()).toHaveLength(2);
    expect(outcomeChanges(await scores())[0]).toMatchObject({ scored: 1, last: 4 });
    await expect(
      instance().admin('update app.outcome_score set score = 5 where score_id = $1', [wrong]),
    ).rejects.toThrow();
  });

  it('P7 are nobody’s elsewhere', async () => {
    await acts.score(caseId, [scored(2)]);
    for (const by of ['officer', 'adviser', 'commissioner']) {
      expect(await acts.seenBy(by, 'outcome_score', caseId)).toBe(0);
      expect(await acts.score(caseId, [scored(3)], by)).toEqual({ kind: 'not-found' });
    }
  });
});

describe('what somebody says of services', () => {
  it('is kept only when they agreed to be asked and said something', async () => {
    expect(await acts.feedback(caseId)).toMatchObject({ kind: 'recorded' });
    expect(await acts.feedback(caseId, { consent: null })).toMatchObject({ reason: 'no-consent-to-ask' });
    const silent = { informed: 'not-asked', updated: 'not-asked', supported: 'not-asked' } as const;
    expect(await acts.feedback(caseId, { answers: silent })).toMatchObject({ reason: 'nothing-said' });
    const happenedAt = instant('2026-03-03T10:00:00Z');
    expect(await acts.feedback(caseId, { happenedAt })).toMatchObject({ reason: 'feedback-in-the-future' });
    const said = await instance().webWork.read(instance().persona('manager'), (manager) =>
      feedbackOfCase(manager, caseId),
    );
    expect(said).toMatchObject([{ answers: { informed: 'yes', updated: 'partly', supported: 'declined' } }]);
    expect(await acts.seenBy('officer', 'person_feedback', caseId)).toBe(0);
    expect(await acts.feedback(caseId, {}, 'officer')).toEqual({ kind: 'not-found' });
  });
});
