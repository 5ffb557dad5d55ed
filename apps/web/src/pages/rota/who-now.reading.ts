import { Inject, Injectable } from '@nestjs/common';
import { HOUR, plus, whoHears, type Role, type StaffActor } from '#libs/domain';
import { peopleAway, PostgresUnitOfWork, rotaPeople } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';
import { whoNowView, type WhoNowView } from './who-now.page';

/** As far ahead as a rota is looked for whoever is next. */
const AHEAD = 28 * 24 * HOUR;

/** Who gets urgent pages and overdue alerts at this moment: shown on the rota and wherever alerts are. */
@Injectable()
export class WhoNowReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** Null for somebody who is not of the agency that keeps the desk. */
  async read(actor: StaffActor): Promise<WhoNowView | null> {
    const read = await this.work.run(actor, async (tx) => {
      const { agencyId, teamId } = await tx.referrals.desk();
      if (agencyId !== actor.agencyId) return null;
      const shifts = await tx.onCall.shiftsOf({ teamId, fromAt: tx.now, toAt: plus(tx.now, AHEAD) });
      return { shifts, ladder: await tx.urgentPages.policyAt(tx.now), now: tx.now };
    });
    if (read === null) return null;
    const { people, away } = await this.work.read(actor, async (manager) => ({
      people: await rotaPeople(manager),
      away: await peopleAway(manager),
    }));
    const of = (wanted: Role) => people.filter(({ role }) => role === wanted).map(({ userId }) => userId);
    const { shifts, ladder, now } = read;
    const heard = whoHears({
      shifts,
      leads: of('duty-lead'),
      managers: of('service-manager'),
      isAway: (userId) => away.has(userId),
      now,
    });
    const shown = [
      heard.onCall?.userId ?? null,
      heard.next?.userId ?? null,
      ...heard.leads,
      ...heard.managers,
    ];
    const nameOf = await this.colleagues.names(shown, actor.userId);
    const { timezone } = this.settings.area;
    return whoNowView({ heard, ladder, people, nameOf, now, timezone });
  }
}
