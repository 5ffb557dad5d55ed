import {
  BeginSupportTasks,
  ChangeSupportTask,
  FlagDomesticAbuse,
  PromiseCheckIn,
  RecordSamples,
  RecordSignpost,
} from '#libs/casework';
import { HOUR, localDate, plus, type CaseId, type SupportTaskId } from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;
/** Cases at most that a story takes hold of. */
const FLAGGED = 3;
const KEPT = 2;

/** Domestic abuse, samples, days that people named and services they were told of, as they stand on the desk today. */
export function supportStories({ stage, pack, now }: Today): readonly Scene[] {
  const { timezone } = pack.calendars[0]?.hours ?? { timezone: 'UTC' };
  const on = (days: number) => localDate(plus(now, days * DAY), timezone);
  return [
    { at: plus(now, -50 * HOUR), play: () => promises(stage, [on(1), on(90), on(365)]) },
    { at: plus(now, -27 * HOUR), play: () => flags(stage, on(28)) },
    { at: plus(now, -26 * HOUR), play: () => samples(stage, { takenOn: on(-3), keptUntil: on(700) }) },
    { at: plus(now, -4 * HOUR), play: () => questions(stage) },
    { at: plus(now, -2 * HOUR), play: () => begin(stage) },
  ];
}

async function openCases({ session, cast }: Stage, where: string, limit: number): Promise<readonly CaseId[]> {
  const rows = await session.look<{ caseId: CaseId }>(
    `select c.case_id as "caseId" from app.case_file c join app.incident i using (person_id)
     where c.closed_at is null and not c.walled and c.handling_agency_id = $1 and ${where}
     order by c.opened_at desc, c.case_id limit ${limit}`,
    [cast.responder.agencyId],
  );
  return rows.map(({ caseId }) => caseId);
}

/** Suspects who are partners made somebody ask; these said yes. */
async function flags(stage: Stage, reviewOn: string): Promise<void> {
  const { work, vault, ids, cast } = stage;
  for (const caseId of await openCases(stage, `i.relationship in ('partner', 'ex-partner')`, FLAGGED)) {
    const input = { caseId, reviewOn, why: 'Invented: somebody else decides whom they may see.' };
    await new FlagDomesticAbuse(work, vault, ids).execute(cast.responder, input, fresh());
  }
}

async function samples(stage: Stage, days: { takenOn: string; keptUntil: string }): Promise<void> {
  const { work, ids, cast } = stage;
  for (const [index, caseId] of (await openCases(stage, `i.when_band = 'within-7-days'`, KEPT)).entries()) {
    const input = { ...days, caseId, remind: index === 0 };
    await new RecordSamples(work, ids).execute(cast.responder, input, fresh());
  }
}

/** Each names a day of theirs; one of them is tomorrow. */
async function promises(stage: Stage, days: readonly string[]): Promise<void> {
  const { work, ids, cast } = stage;
  const reached = await openCases(stage, `c.contact_state = 'reached'`, days.length);
  for (const [index, caseId] of reached.entries()) {
    const on = days[index];
    if (on === undefined) continue;
    await new PromiseCheckIn(work, ids).execute(cast.responder, { caseId, on, saidHow: 'phone' }, fresh());
    const givenAt = await work.run(cast.responder, (tx) => Promise.resolve(tx.now));
    const told = { caseId, kinds: ['gp', 'sexual-health'], givenHow: 'phone', givenAt } as const;
    await new RecordSignpost(work, ids).execute(cast.responder, told, fresh());
  }
}

/** The first of the three tasks of a flag is done; the rest waits, and some of it is late by tomorrow. */
async function questions({ work, ids, cast, session }: Stage): Promise<void> {
  const [task] = await session.look<{ id: SupportTaskId; revision: number }>(
    `select task_id as id, revision from app.support_task where kind = 'dash' and state = 'open'
     order by opened_at, task_id limit 1`,
    [],
  );
  if (task === undefined) return;
  const change = { kind: 'finish', outcome: 'high', nextOn: null } as const;
  const input = { taskId: task.id, revision: task.revision, change };
  await new ChangeSupportTask(work, ids, { reviewLatestWeeks: 26 }).execute(cast.responder, input, fresh());
}

/** As the worker does when a day has come. */
async function begin({ work }: Stage): Promise<void> {
  await new BeginSupportTasks(work).execute({ limit: 100 });
}

/** The work about something that waits for somebody; undefined when there is none. */
export async function taskAbout(
  { session }: Stage,
  aboutId: string,
): Promise<{ readonly taskId: SupportTaskId; readonly revision: number } | undefined> {
  const [task] = await session.look<{ taskId: SupportTaskId; revision: number }>(
    `select task_id as "taskId", revision from app.support_task
     where about_id = $1 and state in ('planned', 'open') order by opened_at, task_id limit 1`,
    [aboutId],
  );
  return task;
}
