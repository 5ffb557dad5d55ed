import {
  AcknowledgeAlert,
  AcknowledgeRisk,
  AcknowledgeUrgentPage,
  AnswerPoliceTask,
  FirePoliceTasks,
  StepUrgentPages,
  type PoliceAnswer,
} from '#libs/casework';
import type { AlertId, PoliceTaskId, ReferralId, StaffActor, TeamId, UrgentPageId } from '#libs/domain';
import { inventedRoute } from './people';
import type { Chance } from './random';
import { fresh, type Stage } from './stage';

/** The duty lead acknowledges what is open, once for each deadline. */
export async function leadsRound({ work, cast, session }: Stage): Promise<void> {
  const open = await session.look<{ alert_id: AlertId; revision: number }>(
    `select distinct on (deadline_id) alert_id, revision from app.alert
     where state = 'raised' and level <> $1 order by deadline_id, repeat_no desc`,
    ['warning'],
  );
  for (const { alert_id: alertId, revision } of open) {
    await new AcknowledgeAlert(work).execute(cast.lead, { alertId, revision }, fresh());
  }
}

/** Officers answer what their team was asked, most of it within a day; reminders that fell due went out before. */
export async function officersRound(
  { work, vault, ids, cast, session }: Stage,
  chance: Chance,
): Promise<void> {
  const sweep = new FirePoliceTasks(work);
  while ((await sweep.execute({ limit: 200 })) > 0);
  const open = await session.look<{ task_id: PoliceTaskId; team_id: TeamId; kind: string }>(
    `select task_id, team_id, kind from app.police_task where state = $1 order by due_at`,
    ['open'],
  );
  for (const { task_id: taskId, team_id: teamId, kind } of open) {
    const officer = cast.officers.find((candidate) => candidate.teamId === teamId);
    if (!officer || chance.next() < 0.3) continue;
    const answer = answerTo(kind, chance);
    await new AnswerPoliceTask(work, vault, ids).execute(officer, { taskId, answer }, fresh());
  }
}

function answerTo(kind: string, chance: Chance): PoliceAnswer {
  if (kind === 'add-crime-number') {
    const serial = String(Math.floor(chance.between(800_000, 999_999)));
    return { kind: 'crime-number-given', reference: `ZZ/${serial}/00` };
  }
  if (kind !== 'ask-agreement') return { kind: 'route-given', route: inventedRoute(chance) };
  return chance.next() < 0.85 ? { kind: 'agreed' } : { kind: 'no-contact-wanted' };
}

/** The officer says who holds the risk, and the lead takes the page; what nobody took has stepped up before. */
export async function answerPage(
  { work, cast, session }: Stage,
  referralId: ReferralId,
  referrer: StaffActor,
): Promise<void> {
  await new StepUrgentPages(work).execute({ limit: 100 });
  const [page] = await session.look<{ page_id: UrgentPageId; revision: number }>(
    `select page_id, revision from app.urgent_page where referral_id = $1`,
    [referralId],
  );
  if (!page) return;
  await new AcknowledgeRisk(work).execute(referrer, referralId, fresh());
  const request = { pageId: page.page_id, revision: page.revision };
  await new AcknowledgeUrgentPage(work).execute(cast.lead, request, fresh());
}
