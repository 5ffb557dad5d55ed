import type { Instant } from '#libs/domain';
import { MOST_COUNTED, type ReceivedRequest, type WithdrawnNotice } from '#libs/persistence';
import { deadlineInWords } from '../../formatting/deadline-words';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import type { Notice } from '../notices/notice';
import type { DirectoryNames } from '../service-requests/directory-names';
import { whyWords } from '../service-requests/request-card.page';
import { BAND_WORDS } from '../service-requests/request-words.copy';
import { BAND_TAGS } from './bands';
import { safeWays, type DistrictName } from './minimum.page';
import { MINIMUM } from './minimum.copy';
import { INBOX, PROVIDER_STATES, PROVIDER_STEPS } from './provider.copy';

export const INBOX_VIEWS = ['new', 'accepted', 'declined', 'withdrawn'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

interface Times {
  readonly now: Instant;
  readonly timezone: string;
}

interface Around extends Times {
  readonly view: InboxView;
  readonly fresh: number;
  readonly directory: DirectoryNames;
  readonly districtName: DistrictName;
  readonly notice: Notice | null;
  readonly nextHref: string | undefined;
  readonly mayExport: boolean;
}

/** What was sent to the service, in the tab that was asked for. Until it is accepted a row is codes and no more. */
export function inboxPage(
  found: { readonly requests: readonly ReceivedRequest[]; readonly withdrawn: readonly WithdrawnNotice[] },
  around: Around,
) {
  const { view, now, timezone, notice, nextHref } = around;
  const shows = { person: view === 'new', due: view === 'new' || view === 'accepted' };
  const { columns } = INBOX;
  return {
    ...INBOX,
    notice,
    tabLinks: INBOX_VIEWS.map((key) => ({
      href: key === 'new' ? '/provider/inbox' : `/provider/inbox?tab=${key}`,
      text: key === 'new' ? `${INBOX.tabs.new} (${countWords(around.fresh)})` : INBOX.tabs[key],
      current: key === view,
    })),
    caption: INBOX.captions[view],
    shows,
    heads: [
      columns.request,
      columns.need,
      ...(shows.person ? [columns.person, columns.contact] : []),
      columns.state,
      ...(shows.due ? [columns.due] : []),
    ],
    rows:
      view === 'withdrawn'
        ? found.withdrawn.map((one) => withdrawnRow(one, around))
        : found.requests.map((one) => rowOf(one, around)),
    nothing: INBOX.empty[view],
    note: view === 'withdrawn' ? INBOX.takenBack : null,
    nextHref,
    exportHref: around.mayExport && view === 'accepted' ? '/provider/export' : null,
    asAt: timeOfDay(now, timezone),
  };
}

/** Nobody counts further, so no number may look like all there is. */
export function countWords(count: number): string {
  return count < MOST_COUNTED ? String(count) : INBOX.orMore(MOST_COUNTED);
}

function rowOf(request: ReceivedRequest, { directory, districtName, now, timezone }: Around) {
  const { minimum, band, step, dueAt } = request;
  const district = minimum?.district ?? null;
  const area = district === null ? MINIMUM.areaUnknown : districtName(district);
  return {
    href: `/provider/requests/${request.id}`,
    reference: request.reference,
    band: BAND_WORDS[band],
    bandTag: BAND_TAGS[band],
    kind: directory.kindName(request.kind),
    service: directory.serviceOf(request.serviceId)?.service.name ?? null,
    person: minimum === null ? [] : [AGE_WORDS[minimum.ageBand], `${MINIMUM.area}: ${area}`],
    contact: minimum === null ? '' : safeWays(minimum.safeContact),
    state: PROVIDER_STATES[request.state],
    why: whyWords({ ...request, withdrawReason: null }),
    due:
      step === null || dueAt === null
        ? null
        : { step: PROVIDER_STEPS[step], ...deadlineInWords(dueAt, { now, timezone }) },
  };
}

function withdrawnRow({ reference, kind, withdrawnAt }: WithdrawnNotice, { directory, ...times }: Around) {
  return {
    href: null,
    reference,
    band: null,
    bandTag: null,
    kind: directory.kindName(kind),
    service: null,
    person: [],
    contact: '',
    state: `${PROVIDER_STATES.withdrawn} ${momentInWords(withdrawnAt, times)}`,
    why: null,
    due: null,
  };
}
