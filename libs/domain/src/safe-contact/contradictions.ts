import { calendarOf } from '../time';
import { CHANNELS, type Channel, type Route, type RouteKind, type SafeContactCard } from './card';

export const CONTRADICTIONS = [
  'never-opens',
  'open-and-never-at-once',
  'text-to-landline',
  'channel-of-another-kind',
  'suspect-may-see-message',
  'post-without-address',
  'post-to-police-check-address',
  'third-party-knows-nothing',
  'no-third-party',
  'no-police-check-address',
  'police-check-incomplete',
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

/** What can travel each way. A message on an app counts as a text; somebody met in person is neither rung nor written to. */
const CARRIES: Readonly<Record<RouteKind, readonly Channel[]>> = {
  mobile: ['call', 'text', 'voicemail'],
  landline: ['call', 'text', 'voicemail'],
  work: ['call', 'text', 'voicemail'],
  email: ['email'],
  'third-party': ['call', 'text', 'voicemail'],
  address: ['post'],
  app: ['call', 'text', 'voicemail'],
  'in-person': [],
};

/** The channels that a route of this kind can carry at all. */
export function channelsOf(kind: RouteKind): readonly Channel[] {
  return CARRIES[kind];
}

/** Calls can be kept to a safe moment; whatever is left behind is there for whoever looks next. */
const LEFT_BEHIND: readonly Channel[] = ['text', 'voicemail', 'email', 'post'];

/**
 * What on a card cannot all be true, so that nobody has to guess which half of it to believe (practice §4). Empty for
 * a card that agrees with itself. A route out of use says nothing any more and contradicts nothing.
 */
export function contradictions(card: SafeContactCard): readonly Contradiction[] {
  const routes = card.routes.filter(({ state }) => state !== 'quarantined');
  const found: readonly (readonly [Contradiction, boolean])[] = [
    ['never-opens', neverOpens(card)],
    ['open-and-never-at-once', overlaps(card)],
    ['text-to-landline', routes.some((route) => route.kind === 'landline' && allows(route, 'text'))],
    ['channel-of-another-kind', routes.some(carriesTooMuch)],
    ['suspect-may-see-message', routes.some(leavesForTheSuspect)],
    ['post-without-address', routes.some(promisesPost) && !routes.some(isFor('post'))],
    [
      'post-to-police-check-address',
      routes.some((route) => isFor('police-check')(route) && allows(route, 'post')),
    ],
    ['third-party-knows-nothing', knowsNothingYetIsTold(card, routes)],
    ['no-third-party', card.lostContact.via === 'third-party' && card.thirdParty === null],
    ['no-police-check-address', needsAddress(card) && !routes.some(isFor('police-check'))],
    ['police-check-incomplete', incomplete(card)],
  ];
  return found.filter(([, is]) => is).map(([code]) => code);
}

/** What a change brings in: a card that was contradictory before may still be put right one step at a time. */
export function newContradictions(before: SafeContactCard, after: SafeContactCard): readonly Contradiction[] {
  const known = contradictions(before);
  return contradictions(after).filter((code) => !known.includes(code));
}

/** The word that means "it is me" and the word that means "hang up" must never be taken for one another. */
export function wordsContradict({
  codeWord,
  stopWord,
}: {
  readonly codeWord: string | null;
  readonly stopWord: string | null;
}): boolean {
  if (codeWord === null || stopWord === null) return false;
  return heard(codeWord) === heard(stopWord);
}

function heard(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function neverOpens({ windows }: SafeContactCard): boolean {
  return windows !== null && calendarOf(windows).kind === 'refused';
}

/** The same minutes of one date named both safe and never: `never` would win, and somebody meant otherwise. */
function overlaps({ exceptions }: SafeContactCard): boolean {
  return exceptions.some(
    (open) =>
      open.kind === 'open' &&
      exceptions.some(
        (never) =>
          never.kind === 'never' &&
          never.date === open.date &&
          never.spans.some(([from, to]) => open.spans.some(([opens, closes]) => from < closes && opens < to)),
      ),
  );
}

function carriesTooMuch(route: Route): boolean {
  return CHANNELS.some(
    (channel) => channel !== 'post' && allows(route, channel) && !CARRIES[route.kind].includes(channel),
  );
}

function leavesForTheSuspect(route: Route): boolean {
  const near = route.seenBy.includes('suspect') || route.seenBy.includes('close-to-suspect');
  return near && LEFT_BEHIND.some((channel) => allows(route, channel));
}

function promisesPost(route: Route): boolean {
  return route.kind !== 'address' && allows(route, 'post');
}

function isFor(purpose: Route['purpose']): (route: Route) => boolean {
  return (route) => route.kind === 'address' && route.purpose === purpose;
}

/** Whoever knows nothing gets no message, and is not who we turn to when contact is lost. */
function knowsNothingYetIsTold(
  { thirdParty, lostContact }: SafeContactCard,
  routes: readonly Route[],
): boolean {
  if (thirdParty?.knows !== 'nothing') return false;
  const told = routes.some(
    (route) => route.kind === 'third-party' && LEFT_BEHIND.some((channel) => allows(route, channel)),
  );
  return told || lostContact.via === 'third-party';
}

function needsAddress({ lostContact }: SafeContactCard): boolean {
  return lostContact.policeCheck === 'yes' && lostContact.via === 'police-check-address';
}

function incomplete({ lostContact: { policeCheck, afterDays, via } }: SafeContactCard): boolean {
  return policeCheck === 'yes' && (afterDays === null || via === null);
}

function allows({ permissions }: Route, channel: Channel): boolean {
  return permissions[channel] === 'yes';
}
