import { mayDo, type ServiceRequest, type UserId } from '#libs/domain';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import type { Notice } from '../notices/notice';
import { requestCard, type RequestNames } from './request-card.page';
import { SUPPORT } from './request.copy';

const GROUPS = {
  asked: ['proposed', 'sent', 'acknowledged'],
  waiting: ['waiting', 'allocated'],
  active: ['active'],
  over: ['declined', 'redirected', 'withdrawn', 'not-wanted', 'ended'],
} as const satisfies Readonly<Record<keyof typeof SUPPORT.groups, readonly ServiceRequest['state'][]>>;

/** Support as the case page shows it: what was asked for, group by group, and the ways to ask for more. */
export function supportPage(
  parts: FrameParts & {
    readonly requests: readonly ServiceRequest[];
    readonly names: RequestNames;
    readonly away: ReadonlySet<UserId>;
    readonly notice: Notice | null;
  },
) {
  const { summary, actor, requests, names, away, now, timezone, notice } = parts;
  const { caseId, ownerUserId, closedAt } = summary;
  const view = { names, caseFile: { ownerUserId }, away, now, timezone };
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((key) => ({
    name: SUPPORT.groups[key],
    cards: requests
      .filter(({ state }) => (GROUPS[key] as readonly ServiceRequest['state'][]).includes(state))
      .map((request) => requestCard(request, view)),
  }));
  const mayAsk = closedAt === null && mayDo(actor, 'keep-requests');
  return {
    ...SUPPORT,
    frame: caseFrame(parts, 'support'),
    notice,
    groups: groups.filter(({ cards }) => cards.length > 0),
    links: [
      ...(mayDo(actor, 'see-routing') ? [{ href: `/cases/${caseId}/routing`, text: SUPPORT.route }] : []),
      ...(mayAsk ? [{ href: `/cases/${caseId}/requests/new`, text: SUPPORT.ask }] : []),
    ],
  };
}
