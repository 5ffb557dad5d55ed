import {
  elementsNow,
  elementsToDo,
  interpreterGate,
  isBeingTried,
  isConversation,
  mayDo,
  missedFrom,
  roundStanding,
  whatNext,
  type Instant,
  type StaffActor,
  type UserId,
  type WhatNext,
} from '#libs/domain';
import type { CaseContact, CaseSummary } from '#libs/persistence';
import { momentInWords } from '../../formatting/moments';
import { ELEMENT_WORDS, WANTED_WORDS } from './contact-standing.copy';

interface Standing {
  readonly summary: CaseSummary;
  readonly contact: CaseContact;
  readonly now: Instant;
  readonly timezone: string;
}

/** Something on a case that waits for somebody, with the page where it is done. */
export interface ToDo {
  readonly text: string;
  readonly href: string | null;
}

export function nextAttempt({ summary, contact, now }: Standing): WhatNext {
  const { attempts, policy, desk } = contact;
  return whatNext({ attempts, card: summary.card, policy, desk, now });
}

/** Where the round of attempts stands, in one line: "Attempt 3 of 5; next: today at 5pm". */
export function attemptLine(standing: Standing): string {
  const { summary, now, timezone } = standing;
  if (summary.contactState === 'reached' || summary.contactState === 'not-wanted')
    return 'They were reached.';
  if (summary.contactState === 'exhausted') return 'Signed by a lead: every agreed attempt was made.';
  const next = nextAttempt(standing);
  const { made, afterReach } = roundStanding(standing.contact.attempts);
  if (made === 0 && afterReach && next.kind !== 'no-safe-way')
    return `They were reached. The next attempt is the first of a new round of ${next.of}.`;
  const attempt = `Attempt ${next.made + 1} of ${next.of}`;
  switch (next.kind) {
    case 'policy-used-up':
      return `All ${next.of} agreed attempts have been made.`;
    case 'no-safe-way':
      return `${next.made} of ${next.of} attempts made. There is no safe way to call now.`;
    case 'enough-for-today':
      return `${next.made} of ${next.of} attempts made, enough for today. Next: ${momentInWords(next.at, { now, timezone })}${wantedIn(next)}.`;
    case 'try-again': {
      if (next.made >= next.of)
        return `${next.made} attempts made. Next: ${when(next.at, standing)}${wantedIn(next)}.`;
      return `${attempt}; next: ${when(next.at, standing)}${wantedIn(next)}.`;
    }
  }
}

function when(at: Instant, { now, timezone }: Standing): string {
  return at <= now ? 'now' : `from ${momentInWords(at, { now, timezone })}`;
}

/** Said only once the count itself is reached: before that it is detail nobody needs. */
function wantedIn({ made, of, wanted }: WhatNext): string {
  if (made < of || wanted.length === 0) return '';
  return `; still wanted: ${wanted.map((code) => WANTED_WORDS[code]).join(', ')}`;
}

/** Open work on the case, the most pressing first; a way to it only for whoever may do it. */
export function toDoOf(standing: Standing, reader: StaffActor): readonly ToDo[] {
  const { summary, contact, now, timezone } = standing;
  const { caseId } = summary;
  if (summary.closedAt !== null) return [];
  const list: ToDo[] = [];
  if (contact.callBack !== null) {
    const missed = now > missedFrom(contact.callBack.at);
    const at = momentInWords(contact.callBack.at, { now, timezone });
    list.push({
      text: missed ? `A call was promised for ${at} and has not been made` : `Call back ${at}, as promised`,
      href: mayDo(reader, 'reveal-route') ? `/cases/${caseId}/call` : null,
    });
  }
  list.push(...followUpsToDo(standing, reader.userId));
  const need = interpreterGate({ need: summary.intake.languageNeed, bookings: contact.bookings, now });
  if (need === 'book-first' && summary.facts['first-conversation'] === undefined)
    list.push({
      text: 'Book the interpreter before the first call',
      href: mayDo(reader, 'book-interpreter') ? `/cases/${caseId}/interpreter` : null,
    });
  list.push(...exhaustedToDo(standing));
  list.push(...elementsLeft(standing));
  return list;
}

function followUpsToDo({ summary, contact }: Standing, reader: UserId): readonly ToDo[] {
  const told = new Set(contact.followUps.map(({ attemptId }) => attemptId));
  const open = contact.attempts.filter(
    ({ id, outcome, confirmation, identityBy }) =>
      isConversation(outcome) && confirmation !== 'declined' && identityBy === null && !told.has(id),
  );
  return open.map(({ id, recordedBy }) =>
    recordedBy === reader
      ? {
          text: 'Say how you knew whom you spoke with: until then the conversation does not count',
          href: `/cases/${summary.caseId}/attempts/${id}/follow-up`,
        }
      : { text: 'A colleague has still to say how they knew whom they spoke with', href: null },
  );
}

function exhaustedToDo(standing: Standing): readonly ToDo[] {
  const { summary, contact } = standing;
  const href = `/cases/${summary.caseId}/exhausted`;
  if (contact.exhausted?.state === 'waiting')
    return [{ text: 'A colleague says that enough was tried: a lead must look at it', href }];
  if (!isBeingTried(summary.contactState) || nextAttempt(standing).kind !== 'policy-used-up') return [];
  return [{ text: 'Every agreed attempt was made: put it to a lead', href }];
}

/** What the first call promises and was put off. Nothing is asked for before there was a conversation. */
function elementsLeft({ summary, contact }: Standing): readonly ToDo[] {
  const happened = new Map(contact.attempts.map(({ id, happenedAt }) => [id, happenedAt]));
  const told = contact.followUps.flatMap(({ attemptId, elements }) => {
    const happenedAt = happened.get(attemptId);
    return elements === null || happenedAt === undefined ? [] : [{ elements, happenedAt }];
  });
  if (told.length === 0 || summary.contactState === 'not-wanted') return [];
  return elementsToDo(elementsNow(told)).map((element) => ({
    text: `Still to offer: ${ELEMENT_WORDS[element]}`,
    href: null,
  }));
}
