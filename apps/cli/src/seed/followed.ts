import type { NoteWorks } from '#libs/casework';
import { localDate, plus, HOUR, type CaseId, type Instant } from '#libs/domain';
import { localHour } from './local-days';
import type { Scene, Today } from './scene';
import type { Stage } from './stage';

const DAY = 24 * HOUR;
/** People whose support is followed for as long as this, or for a quarter of the time told of where that is less. */
const FOLLOWED_DAYS = 75;
const FOLLOWED = 4;

/** A few people who have been supported for a while, and the span through which they are followed. */
export interface Followed extends Today {
  readonly notes: NoteWorks;
  /** Filled as the span begins, the newest case first. */
  readonly cases: readonly CaseId[];
  /** So far into the span, from 0 where it begins to 1 now. */
  since(share: number): Instant;
  /** The local day that lies so many days from an instant, `YYYY-MM-DD`. */
  day(from: Instant, days: number): string;
}

/** Who is followed, and the scene in which they are found. */
export function followed(life: Today & { readonly days: number; readonly notes: NoteWorks }): {
  readonly begin: Scene;
  readonly life: Followed;
} {
  const { stage, pack, now, days } = life;
  const began = plus(now, -Math.floor(Math.min(days / 4, FOLLOWED_DAYS) * 24) * HOUR);
  const cases: CaseId[] = [];
  return {
    begin: { at: inTheDay(began, life), play: async () => void cases.push(...(await supported(stage))) },
    life: {
      ...life,
      cases,
      since: (share) => inTheDay(plus(began, Math.round(share * (now - began))), life),
      day: (from, count) => localDate(plus(from, count * DAY), pack.timezone),
    },
  };
}

/** The hours in which people speak with one another: of today only those that have passed. */
const HOURS = { from: 9, until: 16.5 };

/** The same day at an hour at which somebody would have done it; what comes after stays after. */
function inTheDay(at: Instant, { pack: { timezone }, now }: Today): Instant {
  const midnight = localHour(at, { days: 0, timezone });
  const through = Math.min(1, (at - midnight) / DAY);
  const awake = plus(midnight, Math.round((HOURS.from + through * (HOURS.until - HOURS.from)) * HOUR));
  return localDate(at, timezone) === localDate(now, timezone) ? at : awake;
}

/** Adults who were spoken with and agreed to support. */
async function supported({ session, cast }: Stage): Promise<readonly CaseId[]> {
  const rows = await session.look<{ caseId: CaseId }>(
    `select c.case_id as "caseId" from app.case_file c
     join app.person p using (person_id) join app.referral r using (referral_id)
     where c.closed_at is null and not c.walled and c.contact_state = 'reached' and c.handling_agency_id = $1
       and r.agreement = 'agreed' and p.age_band not in ('under-13', '13-15', '16-17')
     order by c.opened_at desc, c.case_id limit ${FOLLOWED}`,
    [cast.responder.agencyId],
  );
  return rows.map(({ caseId }) => caseId);
}
