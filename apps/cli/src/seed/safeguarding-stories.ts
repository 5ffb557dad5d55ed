import { ChangeSafeguarding, KeepAges, RaiseSafeguarding, TellSafeguarding } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { HOUR, localDate, plus, type CaseId, type SafeguardingTaskId, type StaffActor } from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;
/** Tasks that are told of and answered in full; before that the police had told social care themselves. */
const TOLD_DAYS = 14;

interface LiveTask {
  readonly id: SafeguardingTaskId;
  readonly kind: string;
  readonly state: 'open' | 'referred';
  readonly revision: number;
}

/** The safeguarding lead's daily round through the year, and what waits on the desk today. */
export function safeguardingStories({
  stage,
  pack,
  days,
  now,
}: Today & { readonly days: number }): readonly Scene[] {
  const lead = leadIn(pack);
  if (lead === null) return [];
  const { timezone } = pack.calendars[0]?.hours ?? { timezone: 'UTC' };
  const rounds = Array.from({ length: Math.max(0, days - 3) }, (_, index) => {
    const daysAgo = days - index;
    return { at: plus(now, -daysAgo * DAY), play: () => round(stage, { lead, told: daysAgo <= TOLD_DAYS }) };
  });
  return [
    ...rounds,
    { at: plus(now, -26 * HOUR), play: () => worries(stage, localDate(plus(now, 6 * DAY), timezone)) },
    { at: plus(now, -3 * HOUR), play: () => ages(stage) },
  ];
}

function leadIn({ personas }: AreaPack): StaffActor | null {
  const persona = personas.find(({ role }) => role === 'safeguarding-lead');
  if (persona === undefined) return null;
  const { userId, role, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

async function round(stage: Stage, { lead, told }: { lead: StaffActor; told: boolean }): Promise<void> {
  const { work, vault, ids, session } = stage;
  const live = await session.look<LiveTask>(
    `select task_id as id, kind, state, revision from app.safeguarding_task where state in ('open', 'referred')`,
    [],
  );
  for (const { id: taskId, kind, state, revision } of live) {
    const change = async (what: Parameters<ChangeSafeguarding['execute']>[1]['change']) => {
      await new ChangeSafeguarding(work).execute(lead, { taskId, revision, change: what }, fresh());
    };
    if (kind === 'turning-18') await change({ kind: 'review', end: 'person-said-who' });
    else if (state === 'referred') await change({ kind: 'acknowledge' });
    else if (!told) await change({ kind: 'not-needed', reason: 'told-already' });
    else {
      const at = await work.run(lead, (tx) => Promise.resolve(tx.now));
      const words = { spokeTo: 'Sample Worker Reed, duty team', theirReference: 'ZZ/SC/0001' };
      const input = { taskId, revision, body: 'childrens-social-care', at, ...words } as const;
      await new TellSafeguarding(work, vault, ids).execute(lead, input, fresh());
    }
  }
}

/** Two people about whom somebody at the desk is worried. */
async function worries({ work, vault, ids, cast, session }: Stage, lookAgainOn: string): Promise<void> {
  const cases = await session.look<{ caseId: CaseId }>(
    `select c.case_id as "caseId" from app.case_file c join app.person p using (person_id)
     where c.closed_at is null and c.handling_agency_id = $1 and p.age_band in ('18-24', '60-plus')
     order by c.opened_at desc, c.case_id limit 2`,
    [cast.responder.agencyId],
  );
  for (const [index, { caseId }] of cases.entries()) {
    const kind = index === 0 ? ('adult-at-risk' as const) : ('child-at-risk' as const);
    const input = {
      caseId,
      kind,
      lookAgainOn,
      why: 'Invented: says they cannot refuse somebody they live with.',
    };
    await new RaiseSafeguarding(work, vault, ids).execute(cast.responder, input, fresh());
  }
}

/** As the worker does at the beginning of a month. */
async function ages({ work, vault, ids }: Stage): Promise<void> {
  await new KeepAges(work, vault, ids).execute({ limit: 500 });
}
