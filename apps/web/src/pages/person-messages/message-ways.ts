import {
  mayContact,
  MESSAGE_CHANNELS,
  PERSON_TEMPLATE_IDS,
  type ContactRefusal,
  type Instant,
  type MessageChannel,
  type PersonTemplateId,
  type Route,
  type RouteId,
  type SafeContactCard,
} from '#libs/domain';
import { routeName } from '../cases/safe-contact.page';
import { CHANNEL_WORDS } from './person-message.copy';

export interface MessageWay {
  /** What the form carries: a route and a channel. */
  readonly value: string;
  readonly routeId: RouteId;
  readonly channel: MessageChannel;
  readonly text: string;
}

/** Each way on which a message may go by the card, whatever the hour: a message waits for a safe one. */
export function waysOf(
  card: SafeContactCard,
  { now, channels }: { now: Instant; channels: readonly MessageChannel[] },
): readonly MessageWay[] {
  return pairsOf(card, channels).flatMap(({ route, index, channel }) => {
    const gate = mayContact({ card, routeId: route.id, channel, now });
    if (gate.kind === 'may-not' && gate.reason !== 'outside-safe-times') return [];
    return [
      {
        value: `${channel}:${route.id}`,
        routeId: route.id,
        channel,
        text: wayName({ route, index, channel }),
      },
    ];
  });
}

/** An e-mail address says itself what it is for; a number does not. */
export function wayName(way: { route: Route; index: number; channel: MessageChannel }): string {
  const name = routeName(way.route, way.index);
  return way.channel === 'email' ? name : `${CHANNEL_WORDS[way.channel]}: ${name}`;
}

/** Why no message can go: the reasons that stand in the way of the routes there are. */
export function whyNoWay(
  card: SafeContactCard,
  { now, channels }: { now: Instant; channels: readonly MessageChannel[] },
): readonly ContactRefusal[] {
  const reasons = pairsOf(card, channels).flatMap(({ route, channel }) => {
    const gate = mayContact({ card, routeId: route.id, channel, now });
    return gate.kind === 'may-not' && gate.reason !== 'wrong-kind' ? [gate.reason] : [];
  });
  return [...new Set(reasons)];
}

function pairsOf(
  { routes }: SafeContactCard,
  channels: readonly MessageChannel[],
): readonly { readonly route: Route; readonly index: number; readonly channel: MessageChannel }[] {
  return routes.flatMap((route, index) =>
    MESSAGE_CHANNELS.filter((one) => channels.includes(one)).map((channel) => ({ route, index, channel })),
  );
}

/** The text that the person chose, when it is one that may be sent at all. */
export function wordingOf({ wording }: SafeContactCard): PersonTemplateId | null {
  return PERSON_TEMPLATE_IDS.find((id) => id === wording) ?? null;
}
