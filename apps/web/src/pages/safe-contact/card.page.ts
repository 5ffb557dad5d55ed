import {
  channelsOf,
  contradictions,
  mayDo,
  type Instant,
  type Permission,
  type Route,
  type SafeContactCard,
} from '#libs/domain';
import { dayInFull } from '../../formatting/moments';
import { callWindowInWords } from '../board/call-window';
import { caseFrame } from '../cases/case-frame.page';
import { recheckLine, routeName } from '../cases/safe-contact.page';
import type { Notice } from '../notices/notice';
import { CALLER_ID_WORDS, CARD, ROUTE_STATE_WORDS } from './card.copy';
import type { CardParts } from './card-reading';
import { CONTRADICTION_WORDS } from './contradiction.copy';
import { cardHoursInWords, exceptionInWords } from './hours-in-words';
import { withExample } from './parts/one-answer.part';
import { LOST_CONTACT, SEEN_BY_WORDS, THIRD_PARTY, YES_NO } from './parts/part.copy';
import { versionsOf } from './versions.page';
import { SAFETY_CHECKLIST } from './words.copy';

/** One thing that was just shown: its name on the page and what was sealed; null text is "none was agreed". */
export interface Shown {
  readonly what: string;
  readonly text: string | null;
}

/** The whole card as a summary list; every row with a way to change it, and nothing sealed unless just asked for. */
export function cardPage(
  parts: CardParts,
  { shown, notice }: { shown: Shown | null; notice: Notice | null },
) {
  const { summary, actor, contact, now, timezone, texts } = parts;
  const { card, caseId } = summary;
  const base = `/cases/${caseId}/safe-contact`;
  const open = summary.closedAt === null && mayDo(actor, 'change-card');
  const versions = versionsOf(parts);
  const change = (part: string) => (open ? `${base}/${part}` : null);
  return {
    ...CARD,
    notice,
    frame: caseFrame(parts, 'safe-contact'),
    revision: summary.revision,
    contradictions: contradictions(card).map((code) => `${CONTRADICTION_WORDS[code]}.`),
    window: callWindowInWords(card.windows, { now, timezone }),
    hours: cardHoursInWords({ ...card, exceptions: [] }),
    dates: card.exceptions.map((one) => ({ date: one.date, words: exceptionInWords(one) })),
    removeAction: change('dates/remove'),
    checklist: card.routes.some(({ state }) => state === 'suspended') ? SAFETY_CHECKLIST : null,
    routes: card.routes.map((route, index) => ({
      ...routeView(route, { index, caseId, now, timezone, open, shown }),
      others: contact.othersMayAnswer.includes(route.id),
    })),
    mayShow: mayDo(actor, 'reveal-word'),
    showAction: `${base}/show`,
    sealed: [sealedRow('Code word', 'code', shown), sealedRow('Stop word', 'stop', shown)],
    rows: {
      caller: CALLER_ID_WORDS[card.callerId ?? 'unknown'],
      wording: wordingWords(card, texts),
      thirdParty: thirdPartyWords(card),
      thirdPartyName: card.thirdParty === null ? null : sealedRow('Name', 'third-party', shown),
      lostContact: lostContactWords(card),
    },
    hrefs: {
      safeTimes: change('safe-times'),
      neverTimes: change('never-times'),
      dates: change('dates'),
      caller: change('our-number'),
      wording: change('wording'),
      thirdParty: change('other-person'),
      lostContact: change('lost-contact'),
      address: change('address'),
      addRoute: open ? `/cases/${caseId}/routes/new` : null,
      ask: open && mayDo(actor, 'ask-police') ? `/cases/${caseId}/ask-police` : null,
      words: open ? `/cases/${caseId}/safe-contact/words` : null,
    },
    history: CARD.history(versions.length),
    versions,
  };
}

function sealedRow(name: string, what: string, shown: Shown | null) {
  const text = shown?.what === what ? (shown.text ?? CARD.none) : null;
  return { name, what, text };
}

function routeView(
  route: Route,
  options: {
    index: number;
    caseId: string;
    now: Instant;
    timezone: string;
    open: boolean;
    shown: Shown | null;
  },
) {
  const { index, caseId, now, timezone, open, shown } = options;
  const numbers = channelsOf(route.kind).includes('call');
  const usable = open && route.state !== 'quarantined';
  return {
    id: route.id,
    name: routeName(route, index),
    state: ROUTE_STATE_WORDS[route.state],
    held: route.state !== 'active',
    permissions: permissionsInWords(route),
    seenBy:
      route.seenBy.length === 0
        ? CARD.nobodySees
        : `${route.seenBy.map((code) => SEEN_BY_WORDS[code]).join('; ')}.`,
    checked: `Last checked ${dayInFull(route.checkedAt, timezone)}; good until ${dayInFull(route.recheckAfter, timezone)}.`,
    recheck: recheckLine(route, { now, timezone }),
    address: route.kind === 'address' ? sealedRow('Address', route.id, shown) : null,
    permitHref: usable && numbers ? `/cases/${caseId}/routes/${route.id}/permissions` : null,
    changeHref:
      usable && route.state === 'active' ? `/cases/${caseId}/safe-contact/routes/${route.id}` : null,
  };
}

const CHANNEL_NAMES = { call: 'Calls', text: 'Texts', voicemail: 'Voicemail', email: 'E-mail', post: 'Post' };
const ANSWERS: Readonly<Record<Permission, string>> = { yes: 'yes', no: 'no', unknown: 'not asked, so no' };

function permissionsInWords({ kind, purpose, permissions }: Route): string {
  if (purpose === 'police-check') return 'For a police check alone.';
  const said = channelsOf(kind).map(
    (channel) => `${CHANNEL_NAMES[channel]}: ${ANSWERS[permissions[channel]]}.`,
  );
  return said.join(' ');
}

function wordingWords({ wording }: SafeContactCard, texts: CardParts['texts']): string {
  if (wording === null) return 'None, so nothing is sent';
  const text = texts.find(({ id }) => id === wording);
  return text === undefined ? wording : withExample(text.phone);
}

function thirdPartyWords({ thirdParty }: SafeContactCard): string {
  if (thirdParty === null) return 'Nobody';
  return `${THIRD_PARTY.relations[thirdParty.relation]}. They know: ${lower(THIRD_PARTY.knowing[thirdParty.knows])}.`;
}

function lostContactWords({ lostContact: { policeCheck, afterDays, via } }: SafeContactCard): string {
  if (policeCheck !== 'yes' || via === null) return `A police check: ${lower(YES_NO[policeCheck])}`;
  return `A police check after ${afterDays} ${afterDays === 1 ? 'day' : 'days'}: ${lower(LOST_CONTACT.vias[via])}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
