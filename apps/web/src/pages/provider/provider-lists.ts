import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '#libs/domain';
import {
  countReceived,
  courtDatesOfRequests,
  nextAppointmentsOfRequests,
  peopleOfRequests,
  PostgresUnitOfWork,
  providerCaseload,
  providerInbox,
  roomOfServices,
  withdrawnNotices,
  type CaseloadTab,
  type ReceivedRequest,
  type RequestCursor,
  type RequestPage,
} from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';
import { ServiceDirectory } from '../service-requests/directory-names';
import type { InboxView } from './inbox.page';
import { requestPlaceOf } from './request-place';

const PAGE_LENGTH = 25;
const NONE: RequestPage = { requests: [], next: null };

/** Reads the lists of a service: its inbox and its caseload, each page in codes and times. */
@Injectable()
export class ProviderLists {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly directory: ServiceDirectory,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async inbox(actor: StaffActor, asked: { readonly view: InboxView; readonly after: RequestCursor | null }) {
    const { view, after } = asked;
    const { agencyId } = actor;
    const read = await this.work.read(actor, async (manager, now) => ({
      fresh: await countReceived(manager, { agencyId }),
      page:
        view === 'withdrawn'
          ? NONE
          : await providerInbox(manager, { agencyId, tab: view, limit: PAGE_LENGTH, after }),
      withdrawn:
        view === 'withdrawn' ? await withdrawnNotices(manager, { agencyId, limit: 4 * PAGE_LENGTH }) : [],
      now,
    }));
    await this.recordLooks(actor, read.page.requests);
    const { page, withdrawn, fresh, now } = read;
    return {
      found: { requests: page.requests, withdrawn },
      fresh,
      nextHref: nextHref(`/provider/inbox?tab=${view}`, page),
      ...(await this.around(actor)),
      now,
    };
  }

  async caseload(
    actor: StaffActor,
    asked: { readonly tab: CaseloadTab; readonly after: RequestCursor | null },
  ) {
    const { agencyId, userId } = actor;
    const { tab, after } = asked;
    const { page, room, now } = await this.work.read(actor, async (manager, at) => ({
      page: await providerCaseload(manager, { agencyId, userId, tab, limit: PAGE_LENGTH, after }),
      room: await roomOfServices(manager),
      now: at,
    }));
    const courtDates = await this.courtDates(actor, page.requests);
    const appointments = await this.appointments(actor, page.requests);
    const nameOf = await this.colleagues.names(
      page.requests.map(({ allocatedTo }) => allocatedTo),
      userId,
    );
    return {
      requests: page.requests,
      room,
      courtDates,
      appointments,
      nameOf,
      nextHref: nextHref(`/provider/caseload?view=${tab}`, page),
      ...(await this.around(actor)),
      now,
    };
  }

  /** A row that shows what the person agreed to show is a look at it, recorded before the page leaves (P8). */
  private async recordLooks(actor: StaffActor, requests: readonly ReceivedRequest[]): Promise<void> {
    const shown = requests.filter(({ minimum }) => minimum !== null).map(({ id }) => id);
    if (shown.length === 0) return;
    const people = await this.work.read(actor, (manager) => peopleOfRequests(manager, shown));
    await this.work.run(actor, (tx) =>
      tx.accessLog.record(people.map((one) => ({ ...one, what: 'needs', basis: 'request-list' }))),
    );
  }

  /** Of those whose investigation is shared with the service; that they are shown is recorded before (P8). */
  private async courtDates(actor: StaffActor, requests: readonly ReceivedRequest[]) {
    const { timezone } = this.settings.area;
    const ids = requests.map(({ id }) => id);
    const dates = await this.work.read(actor, (manager, now) =>
      courtDatesOfRequests(manager, { ids, now, timezone }),
    );
    const shown = [...dates.values()].map(({ personId, caseId }) => ({ personId, caseId }));
    if (shown.length > 0)
      await this.work.run(actor, (tx) =>
        tx.accessLog.record(
          shown.map((one) => ({ ...one, what: 'investigation', basis: 'request-list' }) as const),
        ),
      );
    return dates;
  }

  /** Those of the service itself; that they are shown is recorded before (P8). */
  private async appointments(actor: StaffActor, requests: readonly ReceivedRequest[]) {
    const ids = requests.map(({ id }) => id);
    const next = await this.work.read(actor, (manager) => nextAppointmentsOfRequests(manager, ids));
    const shown = [...next.values()].map(({ personId, caseId }) => ({ personId, caseId }));
    if (shown.length > 0)
      await this.work.run(actor, (tx) =>
        tx.accessLog.record(
          shown.map((one) => ({ ...one, what: 'support-fact', basis: 'request-list' }) as const),
        ),
      );
    return next;
  }

  private async around(actor: StaffActor) {
    const directory = await this.directory.read(actor);
    const districtName = (code: string) => this.directory.districtName(code);
    return { directory, districtName, timezone: this.settings.area.timezone };
  }
}

function nextHref(path: string, { next }: RequestPage): string | undefined {
  return next === null ? undefined : `${path}&after=${requestPlaceOf(next)}`;
}
