import { AddPlanTask, BeginSupportTasks, ChangeSupportTask, MoveReview, PlanReview } from '#libs/casework';
import { plus, HOUR, type CaseId, type Instant, type PlanTaskMatter, type SupportTaskId } from '#libs/domain';
import type { Followed } from './followed';
import { localHour } from './local-days';
import type { Scene } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;

/**
 * Reviews of the support: one that was held and has the next ahead, one whose day has passed, one that was moved; and
 * tasks of a plan that are done, wait, and are the team's.
 */
export function reviewStories(life: Followed): readonly Scene[] {
  const { stage, pack, now, cases, since, day } = life;
  const first = since(0.04);
  const begins = localHour(first, { days: 1, hour: 7, timezone: pack.timezone });
  return [
    { at: first, play: () => plan(life, cases[0], day(first, 1)) },
    { at: since(0.05), play: () => plan(life, cases[1], day(first, 1)) },
    { at: since(0.3), play: () => plan(life, cases[2], day(now, 20)) },
    { at: begins, play: () => begin(stage) },
    { at: plus(begins, 4 * HOUR), play: () => hold(life, cases[0]) },
    { at: since(0.75), play: () => move(life, cases[2]) },
    {
      at: since(0.1),
      play: () => addTask(life, cases[0], { matter: 'find-information', dueAt: since(0.9) }),
    },
    { at: since(0.6), play: () => doTask(life, cases[0]) },
    {
      at: since(0.8),
      play: () => addTask(life, cases[0], { matter: 'chase-service', dueAt: plus(now, DAY) }),
    },
    {
      at: since(0.85),
      play: () =>
        addTask(life, cases[1], { matter: 'practical-help', dueAt: plus(now, 3 * DAY), team: true }),
    },
  ];
}

async function plan(
  { stage: { work, ids, cast }, pack }: Followed,
  caseId: CaseId | undefined,
  on: string,
): Promise<void> {
  if (caseId === undefined) return;
  await new PlanReview(work, ids, pack.care).execute(cast.responder, { caseId, on }, fresh());
}

/** As the worker does when a day has come. */
async function begin({ work }: Stage): Promise<void> {
  await new BeginSupportTasks(work).execute({ limit: 100 });
}

async function hold(life: Followed, caseId: CaseId | undefined): Promise<void> {
  const { stage, pack, now, day } = life;
  const review = await liveTask(stage, caseId, 'case-review');
  if (review === undefined) return;
  const change = { kind: 'finish', outcome: 'reviewed', nextOn: day(now, 40) } as const;
  const { work, ids, cast } = stage;
  await new ChangeSupportTask(work, ids, pack.care).execute(cast.responder, { ...review, change }, fresh());
}

async function move(life: Followed, caseId: CaseId | undefined): Promise<void> {
  const { stage, pack, now, day } = life;
  const review = await liveTask(stage, caseId, 'case-review');
  if (review === undefined) return;
  const input = { ...review, on: day(now, 34), reason: 'person-not-ready' } as const;
  const { work, ids, cast } = stage;
  await new MoveReview(work, ids, pack.care).execute(cast.responder, input, fresh());
}

async function addTask(
  { stage: { work, vault, ids, cast } }: Followed,
  caseId: CaseId | undefined,
  task: { readonly matter: PlanTaskMatter; readonly dueAt: Instant; readonly team?: boolean },
): Promise<void> {
  if (caseId === undefined) return;
  const { matter, dueAt, team = false } = task;
  const words = 'Invented words: what the bus to the court costs.';
  const ownerUserId = team ? null : cast.responder.userId;
  const input = { caseId, matter, words, dueAt, ownerUserId };
  await new AddPlanTask(work, vault, ids).execute(cast.responder, input, fresh());
}

async function doTask(life: Followed, caseId: CaseId | undefined): Promise<void> {
  const { stage, pack } = life;
  const task = await liveTask(stage, caseId, 'plan-task');
  if (task === undefined) return;
  const change = { kind: 'finish', outcome: 'done', nextOn: null } as const;
  const { work, ids, cast } = stage;
  await new ChangeSupportTask(work, ids, pack.care).execute(cast.responder, { ...task, change }, fresh());
}

async function liveTask(
  { session }: Stage,
  caseId: CaseId | undefined,
  kind: 'case-review' | 'plan-task',
): Promise<{ readonly taskId: SupportTaskId; readonly revision: number } | undefined> {
  const [task] = await session.look<{ taskId: SupportTaskId; revision: number }>(
    `select task_id as "taskId", revision from app.support_task
     where case_id = $1 and kind = $2 and state in ('planned', 'open') order by opened_at, task_id limit 1`,
    [caseId ?? null, kind],
  );
  return task;
}
