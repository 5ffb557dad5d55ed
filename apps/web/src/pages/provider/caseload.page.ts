import type { Instant, ServiceId, ServiceRequestId } from '#libs/domain';
import type {
  CaseloadTab,
  CourtDateOfRequest,
  NextAppointment,
  ReceivedRequest,
  ServiceRoom,
} from '#libs/persistence';
import { deadlineInWords } from '../../formatting/deadline-words';
import { calendarDay, dayInFull, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import type { DirectoryNames } from '../service-requests/directory-names';
import { stateTag } from '../service-requests/request-card.page';
import { BAND_WORDS, ENDING_WORDS } from '../service-requests/request-words.copy';
import { courtInWords } from '../tracks/track-when';
import { COURT_WORDS } from '../tracks/track-words.copy';
import { BAND_TAGS } from './bands';
import { CASELOAD, PROVIDER_STATES, PROVIDER_STEPS } from './provider.copy';

export const CASELOAD_VIEWS = ['my', 'all', 'unassigned', 'closed'] as const satisfies readonly CaseloadTab[];

interface Around {
  readonly tab: CaseloadTab;
  readonly agencyId: DirectoryNames['services'][number]['service']['agencyId'];
  readonly room: ReadonlyMap<ServiceId, ServiceRoom>;
  readonly courtDates: ReadonlyMap<ServiceRequestId, CourtDateOfRequest>;
  readonly appointments: ReadonlyMap<ServiceRequestId, NextAppointment>;
  readonly directory: DirectoryNames;
  readonly nameOf: NameOf;
  readonly notice: Notice | null;
  readonly nextHref: string | undefined;
  readonly mayExport: boolean;
  readonly now: Instant;
  readonly timezone: string;
}

/** What a service answers for: dates of milestones and contacts, and nothing of what was said. */
export function caseloadPage(requests: readonly ReceivedRequest[], around: Around) {
  const { tab, now, timezone, notice, nextHref } = around;
  const { columns } = CASELOAD;
  const closed = tab === 'closed';
  return {
    ...CASELOAD,
    notice,
    tabLinks: CASELOAD_VIEWS.map((key) => ({
      href: key === 'all' ? '/provider/caseload' : `/provider/caseload?view=${key}`,
      text: CASELOAD.tabs[key],
      current: key === tab,
    })),
    caption: CASELOAD.captions[tab],
    closed,
    heads: [
      columns.request,
      columns.adviser,
      columns.state,
      columns.last,
      closed ? columns.ended : columns.next,
    ],
    rows: requests.map((request) => rowOf(request, around)),
    nothing: CASELOAD.empty[tab],
    bars: closed ? [] : barsOf(around),
    nextHref,
    exportHref: around.mayExport ? '/provider/export' : null,
    asAt: timeOfDay(now, timezone),
  };
}

function rowOf(
  request: ReceivedRequest,
  { courtDates, appointments, directory, nameOf, now, timezone }: Around,
) {
  const { step, dueAt, startedAt, reviewedAt, lastStillWantedAt, endedAt, decidedAt, ending } = request;
  const contacts = [startedAt, reviewedAt, lastStillWantedAt].filter((at) => at !== null);
  const last = contacts.length === 0 ? null : (Math.max(...contacts) as Instant);
  const over = endedAt ?? decidedAt;
  const court = courtDates.get(request.id);
  const met = appointments.get(request.id);
  return {
    href: `/provider/requests/${request.id}`,
    reference: request.reference,
    kind: directory.kindName(request.kind),
    band: BAND_WORDS[request.band],
    bandTag: BAND_TAGS[request.band],
    adviser: request.allocatedTo === null ? CASELOAD.nobody : nameOf(request.allocatedTo),
    state: PROVIDER_STATES[request.state],
    tag: stateTag(request.state),
    last: last === null ? CASELOAD.nothingNoted : dayInFull(last, timezone),
    next:
      step === null || dueAt === null
        ? null
        : { step: PROVIDER_STEPS[step], ...deadlineInWords(dueAt, { now, timezone }) },
    court:
      court === undefined
        ? null
        : CASELOAD.inCourt(COURT_WORDS[court.family], courtInWords(court.at, timezone)),
    met: met === undefined ? null : CASELOAD.metNext(momentInWords(met.startsAt, { now, timezone })),
    ended:
      over === null
        ? null
        : `${dayInFull(over, timezone)}${ending === null ? '' : `. ${ENDING_WORDS[ending]}`}`,
  };
}

const NOTHING = { supported: 0, waiting: 0, unanswered: 0, endingSoon: 0 };

/** A bar for each service of the agency: how many are open of how many it takes, in words beside the meter. */
function barsOf({ directory, agencyId, room }: Around) {
  return directory.services
    .filter(({ service }) => service.agencyId === agencyId && service.state === 'open')
    .map(({ service, capacity }) => {
      const { supported, waiting, unanswered, endingSoon } = room.get(service.id) ?? NOTHING;
      const open = supported + waiting;
      const limit = capacity?.limit ?? null;
      return {
        name: service.name,
        kind: directory.kindName(service.kind),
        meter: limit === null || limit === 0 ? null : { value: Math.min(open, limit), max: limit },
        words: CASELOAD.open(open, limit),
        room: limit === null ? null : roomWords(open, limit),
        waiting: waiting === 0 ? null : CASELOAD.waiting(waiting),
        unanswered: unanswered === 0 ? null : CASELOAD.unanswered(unanswered),
        endingSoon: endingSoon === 0 ? null : CASELOAD.endingSoon(endingSoon),
        list:
          capacity === null
            ? CASELOAD.noCapacity
            : capacity.list === 'closed'
              ? CASELOAD.listClosed(calendarDay(capacity.listSince))
              : CASELOAD.listOpen,
        sample: capacity?.sample === true ? CASELOAD.sample : null,
      };
    });
}

function roomWords(open: number, limit: number): string {
  if (open > limit) return CASELOAD.overFull(open - limit);
  return open === limit ? CASELOAD.full : CASELOAD.room(limit - open);
}
