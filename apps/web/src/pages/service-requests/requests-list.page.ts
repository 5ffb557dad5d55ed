import type { Instant, UserId } from '#libs/domain';
import type { DeskRequest } from '#libs/persistence';
import { deadlineInWords } from '../../formatting/deadline-words';
import { timeOfDay } from '../../formatting/moments';
import { BAND_TAGS } from '../provider/bands';
import { ownerWords, stateTag, type RequestNames } from './request-card.page';
import { BAND_WORDS, STATE_WORDS, STEP_WORDS } from './request-words.copy';
import { REQUESTS } from './request.copy';

/** What was asked for in the cases of the desk, what is due first before the others. */
export function requestsListPage(
  rows: readonly DeskRequest[],
  view: {
    readonly late: boolean;
    readonly names: RequestNames;
    readonly away: ReadonlySet<UserId>;
    readonly nextHref: string | undefined;
    readonly now: Instant;
    readonly timezone: string;
  },
) {
  const { late, nextHref, now, timezone } = view;
  return {
    ...REQUESTS,
    tabLinks: [
      { href: '/service-requests', text: REQUESTS.tabs.late, current: late },
      { href: '/service-requests?view=all', text: REQUESTS.tabs.all, current: !late },
    ],
    caption: late ? REQUESTS.tabs.late : REQUESTS.tabs.all,
    nothing: late ? REQUESTS.empty.late : REQUESTS.empty.all,
    rows: rows.map((row) => rowOf(row, view)),
    nextHref,
    asAt: timeOfDay(now, timezone),
  };
}

function rowOf(
  row: DeskRequest,
  {
    names,
    away,
    now,
    timezone,
  }: { names: RequestNames; away: ReadonlySet<UserId>; now: Instant; timezone: string },
) {
  return {
    href: `/cases/${row.caseId}/requests/${row.id}`,
    reference: row.reference,
    band: BAND_WORDS[row.band],
    bandTag: BAND_TAGS[row.band],
    kind: names.kind(row.kind),
    service: names.service(row),
    state: STATE_WORDS[row.state],
    tag: stateTag(row.state),
    withManager: row.landedAt !== null && row.managerAcknowledgedAt === null ? REQUESTS.withManager : null,
    answers: ownerWords(row, { names, away, caseFile: { ownerUserId: row.ownerUserId } }),
    due: { step: STEP_WORDS[row.step], ...deadlineInWords(row.dueAt, { now, timezone }) },
  };
}
