import type { SafetyReviewRecord } from '#libs/casework';
import {
  mayDo,
  REVIEW_ANSWERS,
  type Instant,
  type MessageChannel,
  type PersonMessage,
  type PersonTemplate,
} from '#libs/domain';
import type { CaseMessages } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import type { ContactParts } from '../cases/case-reading';
import { routeName } from '../cases/safe-contact.page';
import { inSentence } from '../colleagues/name-in-words';
import { GATE_WORDS } from '../contact-attempts/outcome.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { MomentRaw } from '../typed-moments/typed-moment';
import { momentView } from '../typed-moments/typed-moment.page';
import { wayName, waysOf, whyNoWay } from './message-ways';
import {
  ANSWER_WORDS,
  CAUSE_WORDS,
  CHANNEL_WORDS,
  END_WORDS,
  MESSAGES,
  REVIEWS,
  STATE_WORDS,
  WHEN,
} from './person-message.copy';
import { sampleMessage, sampleTime } from './sample-message';

export type MessageRaw = MomentRaw<'about'> & { readonly route: string };

export interface MessagesParts extends ContactParts {
  readonly found: CaseMessages;
  /** The text that the person chose, in its version in force; null when there is none. */
  readonly template: PersonTemplate | null;
  readonly channels: readonly MessageChannel[];
}

export function messagesPage(
  parts: MessagesParts,
  form: { raw: MessageRaw; errors: readonly FieldError[]; notice: Notice | null; idempotencyKey?: string },
) {
  const { summary, found, actor, now, timezone } = parts;
  const { caseId, card } = summary;
  const open = summary.closedAt === null;
  const ways = waysOf(card, parts);
  const maySend = open && mayDo(actor, 'send-message');
  return {
    ...MESSAGES,
    words: REVIEWS,
    ...form,
    wrong: wrongFields(form.errors),
    frame: caseFrame(parts, 'overview'),
    action: `/cases/${caseId}/messages`,
    cardHref: `/cases/${caseId}/safe-contact`,
    sending: maySend && ways.length > 0 && parts.template !== null,
    noWayReasons: maySend ? whyNoWay(card, parts).map((reason) => GATE_WORDS[reason]) : null,
    ways,
    sample: parts.template && sampleMessage(parts.template, sampleOf(parts)),
    when: momentView('about', { ...WHEN, raw: form.raw, errors: form.errors }),
    reviews: found.reviews
      .filter(({ state }) => state === 'open')
      .map((review) => reviewView(review, { now, timezone, parts })),
    mayAnswer: mayDo(actor, 'answer-safety-review'),
    answers: REVIEW_ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] })),
    messages: found.messages.map((message) => messageView(message, parts)),
    mayCancel: maySend,
  };
}

function sampleOf({ summary, now, timezone, channels }: MessagesParts) {
  const [way] = waysOf(summary.card, { now, channels });
  return { channel: way?.channel ?? 'email', aboutAt: sampleTime(now, timezone), timezone } as const;
}

function messageView(message: PersonMessage, { summary, now, timezone, nameOf }: MessagesParts) {
  const index = summary.card.routes.findIndex(({ id }) => id === message.routeId);
  const route = summary.card.routes[index];
  return {
    id: message.id,
    title: route ? wayName({ route, index, channel: message.channel }) : CHANNEL_WORDS[message.channel],
    about: timeInWords(message.aboutAt, timezone),
    state: STATE_WORDS[message.state],
    reason: message.reason === null ? null : END_WORDS[message.reason],
    left: message.handedOverAt && momentInWords(message.handedOverAt, { now, timezone }),
    queued: `${momentInWords(message.queuedAt, { now, timezone })}, by ${inSentence(nameOf(message.queuedBy))}`,
    cancelPath: message.state === 'queued' ? `/cases/${message.caseId}/messages/${message.id}/cancel` : null,
  };
}

function reviewView(
  review: SafetyReviewRecord,
  { now, timezone, parts }: { now: Instant; timezone: string; parts: MessagesParts },
) {
  const { routes } = parts.summary.card;
  const index = routes.findIndex(({ id }) => id === review.routeId);
  const route = routes[index];
  return {
    id: review.id,
    route: route ? routeName(route, index) : 'A route of an earlier card',
    cause: CAUSE_WORDS[review.cause],
    opened: momentInWords(review.openedAt, { now, timezone }),
    due: momentInWords(review.dueAt, { now, timezone }),
    late: now > review.dueAt,
    revision: review.revision,
    action: `/cases/${review.caseId}/safety-reviews/${review.id}/answer`,
  };
}
