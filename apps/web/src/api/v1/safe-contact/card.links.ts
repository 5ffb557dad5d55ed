import { mayDo, type Act, type Route, type StaffActor } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { availableOf, type AvailableActionView, type PossibleAction } from '../access/available-action.view';

const PARTS = [
  ['change-safe-times', 'safe-times'],
  ['change-never-times', 'never-times'],
  ['add-date', 'dates'],
  ['remove-date', 'dates/remove'],
  ['change-caller-id', 'our-number'],
  ['change-wording', 'wording'],
  ['change-other-person', 'other-person'],
  ['change-lost-contact', 'lost-contact'],
  ['add-address', 'addresses'],
] as const;

/** What the caller may do with the card as it stands. */
export function cardActions(
  { caseId, closedAt, card }: CaseSummary,
  actor: StaffActor,
): AvailableActionView[] {
  const path = `/api/v1/cases/${caseId}`;
  const open = closedAt === null;
  const post = (action: string, href: string, act: Act, may = true): PossibleAction => ({
    action,
    method: 'POST',
    href: `${path}/${href}`,
    may: may && mayDo(actor, act),
  });
  return availableOf([
    {
      action: 'read-versions',
      method: 'GET',
      href: `${path}/safe-contact/versions`,
      may: mayDo(actor, 'change-card'),
    },
    post('reveal', 'safe-contact/reveal', 'reveal-word'),
    ...PARTS.map(([action, end]) =>
      post(
        action,
        `safe-contact/${end}`,
        'change-card',
        open && (end !== 'dates/remove' || card.exceptions.length > 0),
      ),
    ),
    post('stop-contact', 'stop-contact', 'stop-contact', open && !card.stopped),
    post('resume-contact', 'stop-contact/lift', 'resume-contact', open && card.stopped),
  ]);
}

export function cardRouteActions(
  { id, kind, state }: Route,
  { caseId, open, actor }: { caseId: string; open: boolean; actor: StaffActor },
): AvailableActionView[] {
  const path = `/api/v1/cases/${caseId}/safe-contact`;
  return availableOf([
    {
      action: 'reveal-address',
      method: 'POST',
      href: `${path}/addresses/${id}/reveal`,
      may: kind === 'address' && mayDo(actor, 'reveal-word'),
    },
    {
      action: 'check',
      method: 'POST',
      href: `${path}/routes/${id}/check`,
      may: open && state === 'active' && mayDo(actor, 'change-card'),
    },
  ]);
}
