import { AnswerCodeEvents, FireDuties, KeepDuty } from '#libs/casework';
import { HOUR, plus, type DutyId } from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const WEEK = 7 * 24 * HOUR;
const AT_ONCE = 1_000;
/** Entitlements that somebody says something of each week. */
const SAID = 6;
/** Of those one in so many was declined by the person. */
const DECLINED = 4;

/** What the Victims' Code opens, what became of it as far as anybody said, and what time made of the rest. */
export function dutyStories({ stage, now, days }: Today & { readonly days: number }): readonly Scene[] {
  const weeks = Math.ceil(days / 7);
  return Array.from({ length: weeks }, (_, week) => ({
    at: plus(now, -week * WEEK - HOUR),
    play: () => round(stage),
  }));
}

async function round(stage: Stage): Promise<void> {
  const { work } = stage;
  while ((await new AnswerCodeEvents(work).execute({ limit: AT_ONCE })) === AT_ONCE);
  await say(stage);
  while ((await new FireDuties(work).execute({ limit: AT_ONCE })) === AT_ONCE);
}

/**
 * Most was done, as the person or the body says; some the person did not want. Which, hangs on the entitlement and on
 * the place of the case among all: both are the plan's, so that the same plan is told alike each time.
 */
async function say({ work, cast, session }: Stage): Promise<void> {
  const duties = await session.look<{ dutyId: DutyId; revision: number; at: Date }>(
    `select d.duty_id as "dutyId", d.revision, d.triggered_at as at from app.duty d
     join (select case_id, row_number() over (order by opened_at, case_id) as place from app.case_file) c using (case_id)
     where d.state = 'due' and d.handling_agency_id = $1
     order by md5(d.entitlement_id || '.' || c.place), d.triggered_at, d.round limit ${SAID}`,
    [cast.responder.agencyId],
  );
  for (const [index, { dutyId, revision, at }] of duties.entries()) {
    const when = plus(at.getTime() as Parameters<typeof plus>[0], HOUR);
    const act =
      index % DECLINED === DECLINED - 1
        ? ({ kind: 'decline', choice: 'declined', at: when, how: 'phone' } as const)
        : ({ kind: 'deliver', at: when, evidence: 'person-said', earlyReason: null } as const);
    await new KeepDuty(work).execute(cast.responder, { dutyId, revision, act }, fresh());
  }
}
