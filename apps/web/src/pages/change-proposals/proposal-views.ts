import type { ChangeKindCode } from '#libs/domain';
import { attemptPolicyView } from '../attempt-policy/attempt-policy.view';
import { calendarView } from '../calendars/calendar.view';
import { messageTemplateView } from '../message-templates/message-template.view';
import { pagingLadderView } from '../paging-ladder/paging-ladder.view';
import { policyView } from '../policies/policy.view';
import { retentionView } from '../retention/retention-schedule.view';
import { routingView } from '../routing/routing.view';
import type { ProposalView } from './proposal-view';

/** How each kind of change is shown. */
export const PROPOSAL_VIEWS: Readonly<Partial<Record<ChangeKindCode, ProposalView>>> = {
  policy: policyView,
  calendar: calendarView,
  'attempt-policy': attemptPolicyView,
  'message-template': messageTemplateView,
  retention: retentionView,
  'paging-ladder': pagingLadderView,
  routing: routingView,
};

export function proposalViewOf(kind: ChangeKindCode): ProposalView {
  const view = PROPOSAL_VIEWS[kind];
  if (!view) throw new Error(`nothing shows a change of a ${kind}`);
  return view;
}
