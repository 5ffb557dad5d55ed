import { overrideStands, reviewIsLate, type ConsentOverride, type Instant } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import { classList, type RecipientWords } from './consent-words';
import { PURPOSE_WORDS } from './consent.copy';
import {
  FINDING_WORDS,
  HOURS_WORDS,
  LEGAL_BASIS_WORDS,
  OVERRIDE_STATE_SENTENCES,
  OVERRIDE_STATE_WORDS,
} from './override.copy';

export interface OverrideWords {
  readonly now: Instant;
  readonly timezone: string;
  readonly nameOf: NameOf;
  readonly nameOfRecipient: RecipientWords;
}

/** One override as lists show it: who would know what, on which ground, until when, and whether a review is late. */
export function overrideLine(override: ConsentOverride, words: OverrideWords) {
  const { now, timezone, nameOf, nameOfRecipient } = words;
  const at = (instant: Instant) => momentInWords(instant, { now, timezone });
  const stands = overrideStands(override, now);
  const state = override.state === 'in-force' && !stands ? 'ended' : override.state;
  return {
    href: `/overrides/${override.id}`,
    reference: override.reference,
    who: `${nameOfRecipient(override.recipient)}, ${PURPOSE_WORDS[override.purpose]}`,
    what: classList(override.dataClasses),
    ground: LEGAL_BASIS_WORDS[override.basis],
    state: OVERRIDE_STATE_WORDS[state],
    follows: OVERRIDE_STATE_SENTENCES[state],
    stands,
    waits: override.state === 'waiting',
    until: override.endsAt === null ? `for ${HOURS_WORDS[override.hours]}` : `until ${at(override.endsAt)}`,
    asked: `${inSentence(nameOf(override.askedBy))}, ${at(override.askedAt)}`,
    origin: override.origin === 'referral' ? 'Recorded by the officer with the referral' : null,
    review: reviewWords(override, at),
    reviewLate: reviewIsLate(override, now),
  };
}

function reviewWords(override: ConsentOverride, at: (instant: Instant) => string): string | null {
  const { reviewedAt, finding, reviewDueAt } = override;
  if (reviewedAt !== null && finding !== null) return `${FINDING_WORDS[finding]} (${at(reviewedAt)})`;
  return reviewDueAt === null ? null : `Review due ${at(reviewDueAt)}`;
}
