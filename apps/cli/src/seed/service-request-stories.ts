import { FireRequests } from '#libs/casework';
import { HOUR, plus, type CaseId, type Role, type ServiceRequestId, type StaffActor } from '#libs/domain';
import type { Scene, Today } from './scene';
import { LIVES, type Life } from './service-request-lives';
import { ask, take, type Team } from './service-request-turns';

const DAY = 24 * HOUR;

/** How many evenings the timers of requests run through before the demonstration begins. */
const EVENINGS = 9;

/** Requests for support at the sample service: some wait, some are active, one found nobody who answered. */
export function serviceRequestStories({ stage, pack, now }: Today): readonly Scene[] {
  const coordinator = actorOf(pack.personas, 'provider-coordinator');
  if (coordinator === null) return [];
  const adviser = actorOf(
    pack.personas.filter(({ agencyId }) => agencyId === coordinator.agencyId),
    'provider-worker',
  );
  if (adviser === null) return [];
  const services = pack.services.services.filter(
    ({ agencyId, reachedBy }) => agencyId === coordinator.agencyId && reachedBy === 'inbox',
  );
  const evenings = Array.from({ length: EVENINGS }, (_, ago) => ({
    at: plus(now, -(ago * DAY + 2 * HOUR)),
    play: async () => {
      await new FireRequests(stage.work, stage.ids).execute({ limit: 200 });
    },
  }));
  return [
    ...LIVES.flatMap((one, index) =>
      scenesOf({ stage, coordinator, adviser, services }, { one, index, now }),
    ),
    ...evenings,
  ];
}

function scenesOf(
  team: Team,
  { one, index, now }: { one: Life; index: number; now: Today['now'] },
): readonly Scene[] {
  const asked: { caseId?: CaseId; requestId?: ServiceRequestId } = {};
  const at = (hoursLater: number) => plus(now, (hoursLater - one.askedHoursAgo) * HOUR);
  return [
    { at: at(0), play: async () => void Object.assign(asked, await ask(team, { one, index })) },
    ...one.turns.map(([hoursLater, turn]) => ({
      at: at(hoursLater),
      play: async () => {
        if (asked.caseId && asked.requestId) {
          await take(team, turn, { one, caseId: asked.caseId, requestId: asked.requestId });
        }
      },
    })),
  ];
}

function actorOf(
  personas: readonly (Omit<StaffActor, 'kind'> & { readonly role: Role })[],
  role: Role,
): StaffActor | null {
  const persona = personas.find((one) => one.role === role);
  if (persona === undefined) return null;
  const { userId, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}
