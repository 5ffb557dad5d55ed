import type { ExceptionReason } from '#libs/casework';
import type { ExhaustedBasis, Outcome, WithoutInterpreter } from '#libs/domain';
import { OVERDUE_WORDS } from '../alerts/timeline-words.copy';
import { WITHOUT_INTERPRETER_WORDS } from '../call-panel/panel.copy';
import { CARE_EVENT_WORDS } from '../case-records/timeline-words.copy';
import { CONSENT_EVENT_WORDS } from '../consent/timeline-words.copy';
import { gateWords, OUTCOME_WORDS } from '../contact-attempts/outcome.copy';
import { REASON_WORDS } from '../contact-exceptions/exception.copy';
import { ENDING_WORDS } from '../endings/endings.copy';
import { BASIS_WORDS } from '../exhausted/exhausted.copy';
import { HANDOVER_WORDS } from '../handovers/timeline-words.copy';
import { WALL_WORDS } from '../walls/timeline-words.copy';
import { PERSON_EVENT_WORDS } from '../person/timeline-words.copy';
import { PERSON_MESSAGE_WORDS } from '../person-messages/timeline-words.copy';
import { MATCH_WORDS } from '../matching/timeline-words.copy';
import { RIGHTS_EVENT_WORDS } from '../duties/timeline-words.copy';
import { PLAN_EVENT_WORDS } from '../plan/timeline-words.copy';
import { POLICE_TASK_WORDS } from '../police-tasks/timeline-words.copy';
import { SAFEGUARDING_WORDS } from '../safeguarding/timeline-words.copy';
import { TRACK_EVENT_WORDS } from '../tracks/timeline-words.copy';
import { SERVICE_REQUEST_WORDS } from '../service-requests/timeline-words.copy';
import { REDIRECT_WORDS } from '../redirects/timeline-words.copy';
import { PART_NAMES } from '../safe-contact/card.copy';
import { ROUTING_EVENT_WORDS } from '../routing/timeline-words.copy';
import { saidBy } from '../safe-routes/said-by.copy';
import { SUPPORT_EVENT_WORDS } from '../support/timeline-words.copy';
import { URGENT_PAGE_WORDS } from '../urgent-pages/timeline-words.copy';
import { DEADLINE_WORDS } from './deadline-words.copy';
import type { EventFacts, EventWords, WordsByType } from './event-words';

/** Events that say nothing a reader of the case does not see already. */
export const SILENT: ReadonlySet<string> = new Set([
  'referral.accepted-for-triage',
  'case.opened',
  'message.taken',
]);

/** One plain sentence for each event of a case's journal. */
export const EVENT_WORDS: WordsByType = {
  'referral.submitted': ({ payload, at }) => ({
    title: 'Referral logged',
    detail: `${payload['channel'] === 'police' ? 'Reported to police' : 'Received'} ${at('reportedAt')}.`,
  }),
  'attempt.recorded': (facts) => attemptWords(facts),
  'route.suspended': () => ({
    title: 'Number put on hold',
    detail: 'Someone else answered. Nobody may use it until a duty lead has looked at it.',
  }),
  'route.quarantined': () => ({ title: 'Number taken out of use', detail: 'It does not work, or is wrong.' }),
  'route.added': ({ reason }) => ({ title: 'Number added', detail: saidBy(reason) }),
  'route.permitted': ({ reason }) => ({ title: 'What is safe on a number changed', detail: saidBy(reason) }),
  'route.checked': () => ({ title: 'Number checked: still safe', detail: 'The person said so.' }),
  'route.hold-lifted': ({ reason }) => ({ title: 'Number taken off hold', detail: saidBy(reason) }),
  ...PERSON_MESSAGE_WORDS,
  ...OVERDUE_WORDS,
  ...CONSENT_EVENT_WORDS,
  ...MATCH_WORDS,
  ...PLAN_EVENT_WORDS,
  ...RIGHTS_EVENT_WORDS,
  ...TRACK_EVENT_WORDS,
  ...POLICE_TASK_WORDS,
  ...SAFEGUARDING_WORDS,
  ...SUPPORT_EVENT_WORDS,
  ...CARE_EVENT_WORDS,
  ...PERSON_EVENT_WORDS,
  ...ROUTING_EVENT_WORDS,
  ...DEADLINE_WORDS,
  'conversation.followed-up': (facts) => followUpWords(facts),
  'call-back.promised': ({ at }) => ({ title: 'Call promised', detail: `For ${at('at')}.` }),
  'call-back.kept': () => ({ title: 'Promised call made' }),
  'call-back.late': () => ({ title: 'Promised call made late' }),
  'interpreter.booked': ({ at }) => ({ title: 'Interpreter booked', detail: `For ${at('forAt')}.` }),
  'interpreter.none-available': () => ({ title: 'An interpreter was asked for, and none was to be had' }),
  'interpreter.not-used': ({ reason }) => ({
    title: 'Number shown for a call without an interpreter',
    detail: WITHOUT_INTERPRETER_WORDS[reason as WithoutInterpreter] ?? '',
  }),
  'card.changed': ({ reason }) => ({
    title: 'Safe-contact card changed',
    detail: `${PART_NAMES[reason ?? ''] ?? 'A part of it'}.`,
  }),
  'safe-words.changed': () => ({
    title: 'What was agreed for calls changed',
    detail: 'The words stand with the number.',
  }),
  'exhausted.proposed': ({ reason }) => ({
    title: 'Put to a lead: enough was tried',
    detail: BASIS_WORDS[reason as ExhaustedBasis] ?? '',
  }),
  'exhausted.confirmed': () => ({
    title: 'Signed: enough was tried',
    detail: 'The case stays open. A new safe number starts a new round.',
  }),
  'exhausted.declined': () => ({ title: 'Not signed: attempts go on' }),
  'back-dated-exception.confirmed': () => ({ title: 'Reason for waiting confirmed' }),
  'back-dated-exception.declined': () => ({
    title: 'Reason for waiting not accepted',
    detail: 'It does not count.',
  }),
  'case.taken': () => ({ title: 'Case taken on' }),
  ...REDIRECT_WORDS,
  ...SERVICE_REQUEST_WORDS,
  ...URGENT_PAGE_WORDS,
  'case.released': ({ reason }) => ({
    title: 'Back with the team',
    detail: `${reason === 'owner-left' ? 'Whoever had it has left. ' : ''}The duty lead answers for it.`,
  }),
  ...ENDING_WORDS,
  ...HANDOVER_WORDS,
  ...WALL_WORDS,
  'exception.recorded': ({ reason, at }) => ({
    title: 'Reason for waiting recorded',
    detail: `${REASON_WORDS[reason as ExceptionReason] ?? 'Another reason'}, from ${at('from')} until ${at('to')}.`,
  }),
  'corrected-start.asked': ({ at }) => ({
    title: 'Correction of the start asked for',
    detail: `Reported ${at('reportedAt')}, it says. A second person must confirm it.`,
  }),
  'corrected-start.confirmed': () => ({ title: 'Correction of the start confirmed' }),
  'corrected-start.declined': () => ({ title: 'Correction of the start not accepted' }),
  'late-entry.confirmed': () => ({ title: 'Late entry confirmed' }),
  'late-entry.declined': () => ({ title: 'Late entry not accepted', detail: 'It does not count.' }),
};

function attemptWords({ payload }: EventFacts): EventWords {
  const notes = [
    payload['confirmation'] === 'waiting'
      ? 'Typed in after a deadline: a colleague must confirm it before it counts.'
      : '',
    typeof payload['flag'] === 'string' ? `Noted: ${gateWords(payload['flag'])}` : '',
  ];
  const title = OUTCOME_WORDS[String(payload['outcome']) as Outcome] ?? 'Attempt recorded';
  return { title, detail: notes.filter((note) => note !== '').join(' ') };
}

function followUpWords({ payload }: EventFacts): EventWords {
  if (payload['identity'] === 'not-sure')
    return {
      title: 'Not sure whom they spoke with',
      detail: 'It counts as reached, and not as a conversation.',
    };
  const waits = payload['confirmation'] === 'waiting';
  return {
    title: 'Conversation told of',
    detail: waits ? 'Told after a deadline: a colleague must confirm it before it counts.' : '',
  };
}
