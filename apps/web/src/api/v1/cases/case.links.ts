import { mayDo, type Act, type StaffActor } from '#libs/domain';
import { availableOf, type AvailableActionView } from '../access/available-action.view';

const CARE: readonly { readonly end: string; readonly act: Act }[] = [
  { end: 'needs', act: 'see-needs' },
  { end: 'outcomes', act: 'see-outcomes' },
  { end: 'appointments', act: 'see-appointments' },
  { end: 'feedback', act: 'see-feedback' },
  { end: 'complaints', act: 'see-complaints' },
  { end: 'equality', act: 'see-equality' },
];

/** What the caller may do with a case they may see, as it stands. */
export function caseActions(
  actor: StaffActor,
  { caseId, ownedByYou, open }: { caseId: string; ownedByYou: boolean; open: boolean },
): AvailableActionView[] {
  const path = `/api/v1/cases/${caseId}`;
  const post = (action: string, end: string, may: boolean) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may: may && open }) as const;
  const read = (action: string, end: string) =>
    ({ action, method: 'GET', href: `${path}${end}`, may: mayDo(actor, 'open-case') }) as const;
  return availableOf([
    read('read', ''),
    read('read-identity', '/identity'),
    read('read-timeline', '/timeline'),
    read('read-deadlines', '/deadlines'),
    post('take', 'take', mayDo(actor, 'take-case') && !ownedByYou),
    post('record-attempt', 'attempts', mayDo(actor, 'record-attempt')),
    post('record-exception', 'exceptions', mayDo(actor, 'record-exception')),
    read('read-contact', '/contact'),
    read('read-redirects', '/redirects'),
    {
      action: 'read-police-tasks',
      method: 'GET',
      href: `${path}/police-tasks`,
      may: mayDo(actor, 'see-police-tasks'),
    },
    post('claim', 'claim', mayDo(actor, 'claim-case')),
    post('release-claim', 'claim/release', mayDo(actor, 'claim-case')),
    post('ask-police', 'police-tasks', mayDo(actor, 'ask-police')),
    {
      action: 'read-safe-contact',
      method: 'GET',
      href: `${path}/safe-contact`,
      may: mayDo(actor, 'change-card'),
    },
    {
      action: 'read-messages',
      method: 'GET',
      href: `${path}/messages`,
      may: mayDo(actor, 'see-safety-reviews'),
    },
    { action: 'read-consent', method: 'GET', href: `${path}/consent`, may: mayDo(actor, 'see-consent') },
    {
      action: 'read-kinds-of-support',
      method: 'GET',
      href: `${path}/kinds-of-support`,
      may: mayDo(actor, 'see-support'),
    },
    ...CARE.map(({ end, act }) => ({
      action: `read-${end}`,
      method: 'GET' as const,
      href: `${path}/${end}`,
      may: mayDo(actor, act),
    })),
    { action: 'read-matches', method: 'GET', href: `${path}/matches`, may: mayDo(actor, 'review-matches') },
    { action: 'read-routing', method: 'GET', href: `${path}/routing`, may: mayDo(actor, 'see-routing') },
    {
      action: 'read-service-requests',
      method: 'GET',
      href: `${path}/service-requests`,
      may: mayDo(actor, 'see-requests'),
    },
    { action: 'list-duties', method: 'GET', href: `${path}/duties`, may: mayDo(actor, 'see-rights') },
    { action: 'read-plan', method: 'GET', href: `${path}/plan`, may: mayDo(actor, 'see-plan') },
    { action: 'list-tracks', method: 'GET', href: `${path}/tracks`, may: mayDo(actor, 'see-track') },
    post('add-route', 'routes', mayDo(actor, 'add-route')),
    post('change-safe-words', 'safe-words', mayDo(actor, 'change-safe-words')),
    post('redirect', 'redirects', mayDo(actor, 'redirect-referral')),
  ]);
}
