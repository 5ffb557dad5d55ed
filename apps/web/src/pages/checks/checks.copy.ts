import type { CheckRefusal, Outcome, Role, WelfareCheck } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const CHECKS_TITLE = 'Second checks';
export const CHECKS_INTRO =
  'What is typed in late, and a start time that is corrected, can change whether a promise was kept. So a second person looks first. Until then nothing moves.';
export const NO_CHECKS = 'Nothing is waiting for a second person.';
export const CONFIRM = 'Confirm';
export const DECLINE = 'Do not confirm';
export const OWN =
  'You asked for this, so somebody else must confirm it. That protects you: nobody can say you changed your own figure.';
export const ONLY_A_LEAD = 'A duty lead or a service manager signs this.';
export const STALE = 'This was changed after you opened the page. Nothing was saved.';

export const KIND_WORDS = {
  'late-entry': {
    title: 'A conversation entered after the deadline',
    before: 'It took place',
    after: 'It was entered',
    effect:
      'If you confirm it, the deadline counts as met, and the figure says that it rests on a late entry.',
  },
  'corrected-start': {
    title: 'A corrected start of the clock',
    before: 'The clock starts now from',
    after: 'It would start from',
    effect: 'If you confirm it, both deadlines are worked out again. The old ones stay on record.',
  },
  'back-dated-exception': {
    title: 'A reason to wait, entered well after it began',
    before: 'It began',
    after: 'It was entered',
    effect:
      'If you confirm it, an adjusted time stands beside each deadline. The deadlines themselves do not move.',
  },
  exhausted: {
    title: 'Enough was tried, a colleague says',
    before: '',
    after: '',
    effect:
      'If you confirm it, nobody calls until there is a new safe number. The case stays open, and the referrer is told only that the person could not be reached safely.',
  },
} as const;

export const WELFARE_WORDS: Readonly<Record<WelfareCheck, string>> = {
  agreed: 'The person agreed to one, should we not reach them',
  'not-agreed': 'The person does not want one',
  'not-known': 'Nobody has asked the person',
};

export const DECIDED = {
  confirmed: { title: 'Confirmed', lines: ['The case and its deadlines have been brought up to date.'] },
  declined: { title: 'Not confirmed', lines: ['The record stays, and the deadlines stay as they were.'] },
} as const;

/** Reasons as codes in the record; an unknown one is shown as it is. */
const REASONS: Readonly<Record<string, string>> = {
  'typed-wrongly': 'The time was typed wrongly',
  'reported-earlier': 'The report was made earlier',
  'reported-later': 'The report was made later',
  'typed-in-after-the-deadline': 'It was typed in after the deadline had passed',
  'identity-told-after-the-deadline': 'How the person was known was said after the deadline had passed',
  'asked-to-wait': 'The person asked us to wait',
  'no-safe-route': 'There was no safe way to reach the person',
  'wrong-details-with-police': 'The details that police held were wrong',
  'no-interpreter': 'No interpreter was available',
  'policy-used-up': 'Every agreed attempt has been made',
  'calls-raise-the-risk': 'Each further call raises the risk',
  'no-safe-way-left': 'No safe way to reach the person is left',
  'person-is-elsewhere': 'The person is known to be somewhere we cannot reach',
};

export function reasonInWords(reason: string): string {
  return REASONS[reason] ?? reason;
}

const ASKERS: Readonly<Partial<Record<Role, string>>> = {
  'first-responder': 'first responder',
  'duty-lead': 'duty lead',
  'service-manager': 'service manager',
};

/** Colleagues have a name and a role; people of another agency are the referring police. */
export function askerInWords(name: string, role: Role | null): string {
  if (role === null) return 'The referring police team';
  return `${name}, ${ASKERS[role] ?? role}`;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'no-answer': 'No answer',
  'engaged-tone': 'Engaged',
  'number-not-working': 'Number not working',
  'message-left-as-agreed': 'Message left as agreed',
  'someone-else-answered': 'Someone else answered',
  'reached-not-safe-to-talk': 'Reached, not safe to talk',
  'cut-off': 'Reached, cut off',
  'asked-to-call-later': 'Asked us to call later',
  spoke: 'Spoke to them',
  'support-accepted': 'Spoke to them; support accepted',
  'support-declined': 'Spoke to them; no support wanted now',
  'support-thinking': 'Spoke to them; thinking about support',
  'first-session-held': 'First session held',
};

export const REFUSALS: RefusalCopy<CheckRefusal> = {
  'same-person': { sentence: OWN },
  'already-decided': { sentence: 'Somebody has decided this already. Nothing was saved.' },
  'not-allowed': { sentence: '', problem: 'not-found' },
  'moved-on': {
    sentence:
      'The case has moved on since this was asked: open it to see where it stands. Nothing was saved.',
  },
};
