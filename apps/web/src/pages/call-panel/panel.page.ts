import { WORDS, type RouteRevealed, type Word } from '#libs/casework';
import { interpreterGate, WITHOUT_INTERPRETER, type RouteId } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import { callWindowInWords } from '../board/call-window';
import { caseFrame } from '../cases/case-frame.page';
import type { ContactParts } from '../cases/case-reading';
import { attemptLine } from '../cases/contact-standing.page';
import { recheckLine, routeViews, safeContactAlert } from '../cases/safe-contact.page';
import { inSentence } from '../colleagues/name-in-words';
import { attemptForm } from '../contact-attempts/attempt.page';
import { gateWords, OUTCOME_WORDS } from '../contact-attempts/outcome.copy';
import type { Notice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { CALLER_ID, INTERPRETER_FIRST, PANEL, WITHOUT_INTERPRETER_WORDS } from './panel.copy';
import { SAFETY_SCRIPT } from './safety-script.copy';

type Shown = Omit<Extract<RouteRevealed, { kind: 'revealed' }>, 'kind'> & { readonly routeId: RouteId };
interface PanelState {
  readonly heldBy: string | null;
  /** Why the call goes ahead without an interpreter: said once, and carried along. */
  readonly withoutInterpreter: string | null;
  /** The word that was just asked for; its text is null when none was agreed. */
  readonly word: { readonly code: Word; readonly text: string | null } | null;
}
type RefusalReason = Extract<RouteRevealed, { kind: 'refused' }>['reason'];

/** Before the number: how the round stands, when it is safe, and what is in the way. */
export function callPage(parts: ContactParts, notice: Notice | null) {
  const { summary, now, timezone } = parts;
  const { caseId, card } = summary;
  return {
    ...PANEL,
    frame: caseFrame(parts, 'call'),
    notice,
    attemptLine: attemptLine(parts),
    window: callWindowInWords(card.windows, { now, timezone }),
    last: lastAttempt(parts),
    routes: routeViews(card, { caseId, now, timezone }),
    interpreter: interpreterOf(parts),
    hrefs: hrefsOf(caseId),
  };
}

/** The one page for a call: number, words, what was tried, what to do in danger, and the record of it. */
export function panelPage(
  parts: ContactParts,
  {
    route,
    sayIfOtherAnswers,
    callerId,
    identity,
    answerers,
    routeId,
    heldBy,
    word,
    withoutInterpreter,
  }: Shown & PanelState,
) {
  const { summary, now, timezone } = parts;
  const raw = {
    ...momentNow('happened', { now, timezone }),
    outcome: '',
    route: routeId as string,
    then: '',
  };
  return {
    ...PANEL,
    reference: summary.reference,
    caseHref: `/cases/${summary.caseId}`,
    alert: safeContactAlert(summary.card),
    heldBy,
    number: spaced(route.value),
    rows: [
      ['Ask for', identity.nameToAskFor],
      ...(route.whose === null ? [] : [['Whose phone', route.whose]]),
      ['If someone else answers, say', sayIfOtherAnswers ?? PANEL.nothingAgreed],
      ['Who else may answer', answerers ?? PANEL.nobodyElse],
      ['Our number', CALLER_ID[callerId ?? 'unknown']],
      ['Last attempt', lastAttempt(parts)],
      ['The round', attemptLine(parts)],
    ],
    words: WORDS.map((code) => wordRow(code, word)),
    withoutInterpreter,
    showAction: `/cases/${summary.caseId}/routes/${routeId}/show`,
    recheck: recheckOf(parts, routeId),
    script: SAFETY_SCRIPT,
    form: attemptForm(parts, { raw, errors: [], oneRoute: true }),
  };
}

function recheckOf({ summary, now, timezone }: ContactParts, routeId: RouteId): string | null {
  const route = summary.card.routes.find(({ id }) => id === routeId);
  return route === undefined ? null : recheckLine(route, { now, timezone });
}

/** One word at a time: showing the other hides this one again, and each showing is recorded (P8). */
function wordRow(code: Word, shown: PanelState['word']) {
  const words = PANEL.words[code];
  if (shown?.code !== code) return { ...words, code, text: null };
  return { ...words, code, text: shown.text ?? words.none };
}

export function closedPage(parts: ContactParts, reason: RefusalReason) {
  const { summary, now, timezone } = parts;
  return {
    frame: caseFrame(parts, 'call'),
    sentence:
      reason === 'unreadable'
        ? 'The number cannot be read just now. Tell your duty lead.'
        : reason === 'interpreter-first'
          ? INTERPRETER_FIRST.missing
          : reason === 'agreement-first'
            ? PANEL.agreementFirst
            : gateWords(reason),
    window:
      reason === 'outside-safe-times' ? callWindowInWords(summary.card.windows, { now, timezone }) : null,
    callHref: `/cases/${summary.caseId}/call`,
  };
}

/** Null when language is not in the way. */
function interpreterOf({ summary, contact, now, timezone }: ContactParts) {
  const { bookings } = contact;
  const gate = interpreterGate({ need: summary.intake.languageNeed, bookings, now });
  if (gate === 'not-needed' || gate === 'booked-now') return null;
  const next = bookings.map(({ forAt }) => forAt).find((forAt) => forAt !== null && forAt > now);
  return {
    ...INTERPRETER_FIRST,
    booked: next ? `An interpreter is booked for ${momentInWords(next, { now, timezone })}.` : null,
    reasons: WITHOUT_INTERPRETER.map((value) => ({ value, text: WITHOUT_INTERPRETER_WORDS[value] })),
  };
}

function lastAttempt({ contact, nameOf, now, timezone }: ContactParts): string {
  const last = contact.attempts.at(-1);
  if (last === undefined) return PANEL.never;
  return `${OUTCOME_WORDS[last.outcome]}, ${momentInWords(last.happenedAt, { now, timezone })}, by ${inSentence(nameOf(last.recordedBy))}`;
}

function hrefsOf(caseId: string) {
  return {
    attempt: `/cases/${caseId}/attempts/new`,
    interpreter: `/cases/${caseId}/interpreter`,
    safety: `/cases/${caseId}/safe-contact`,
  };
}

/** Grouped for reading out: +44 7700 900123. */
function spaced(e164: string): string {
  const british = /^\+44(\d{4})(\d{6})$/.exec(e164);
  return british ? `+44 ${british[1]} ${british[2]}` : e164;
}
