import {
  callable,
  needsRecheck,
  mayContact,
  type ContactRefusal,
  type Instant,
  type Permission,
  type Route,
  type SafeContactCard,
} from '#libs/domain';
import { dayInFull } from '../../formatting/moments';
import { GATE_WORDS } from '../contact-attempts/outcome.copy';
import { cardHoursInWords } from '../safe-contact/hours-in-words';

export interface SafeContactAlert {
  readonly title: string;
  readonly lines: readonly string[];
  readonly stop: boolean;
}

export interface RouteView {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
  /** Why the number cannot be shown now; null when it can. */
  readonly closed: string | null;
  readonly showAction: string;
  /** Said when it is long since anybody asked whether it is still safe; null when it is not. */
  readonly recheck: string | null;
}

const KIND_WORDS: Readonly<Record<Route['kind'], string>> = {
  mobile: 'Mobile number',
  landline: 'Landline number',
  work: 'Work number',
  email: 'E-mail address',
  'third-party': 'Through someone else',
  address: 'Address',
  app: 'Message in an app',
  'in-person': 'In person',
};

const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  yes: 'yes',
  no: 'no',
  unknown: 'not asked, so no',
};

/** What everyone who may call must know first; it stands on every page about the person. */
export function safeContactAlert(card: SafeContactCard): SafeContactAlert {
  const active = card.routes.filter(({ state }) => state === 'active');
  if (card.stopped) return { title: 'Do not make contact', lines: [GATE_WORDS.stopped], stop: true };
  if (!card.routes.some(callable)) return { title: 'Do not call', lines: noCallLines(card), stop: true };
  return {
    title: 'Safe contact',
    lines: [
      ...cardHoursInWords(card),
      `Voicemail: ${allowed(active, 'voicemail')}. Texts: ${allowed(active, 'text')}.`,
      'If someone else answers, say only what the person agreed. It is shown with the number.',
    ],
    stop: false,
  };
}

export function routeViews(
  card: SafeContactCard,
  { caseId, now, timezone }: { caseId: string; now: Instant; timezone: string },
): readonly RouteView[] {
  return card.routes.flatMap((route, index) => {
    if (route.purpose !== 'contact') return [];
    const gate = mayContact({ card, routeId: route.id, channel: 'call', now });
    const { call, text, voicemail } = route.permissions;
    const view = {
      id: route.id,
      name: routeName(route, index),
      permissions: `Calls: ${PERMISSION_WORDS[call]}. Texts: ${PERMISSION_WORDS[text]}. Voicemail: ${PERMISSION_WORDS[voicemail]}.`,
      closed: gate.kind === 'may' ? null : GATE_WORDS[gate.reason],
      showAction: `/cases/${caseId}/routes/${route.id}/show`,
      recheck: recheckLine(route, { now, timezone }),
    };
    return [view];
  });
}

/** What whoever relies on a number must know of its age. */
export function recheckLine(
  route: Route,
  { now, timezone }: { now: Instant; timezone: string },
): string | null {
  if (route.state !== 'active' || !needsRecheck(route, now)) return null;
  return `Check again before you rely on it: nobody has asked since ${dayInFull(route.checkedAt, timezone)}.`;
}

export function routeName({ kind }: Pick<Route, 'kind'>, index: number): string {
  return `${KIND_WORDS[kind]} ${index + 1}`;
}

function noCallLines({ routes }: SafeContactCard): readonly string[] {
  if (routes.length === 0) return ['There is no safe number yet. The officer has been asked to find one.'];
  const reasons = new Set(routes.map((route) => GATE_WORDS[whyNoCall(route)]));
  return [...reasons, 'The officer has been asked for a number that is safe to call.'];
}

function whyNoCall({ state, permissions }: Route): ContactRefusal {
  if (state === 'suspended') return 'route-suspended';
  if (state === 'quarantined') return 'route-quarantined';
  return permissions.call === 'no' ? 'not-permitted' : 'permission-unknown';
}

function allowed(routes: readonly Route[], channel: 'voicemail' | 'text'): string {
  return routes.some(({ permissions }) => permissions[channel] === 'yes') ? 'yes' : 'no';
}
