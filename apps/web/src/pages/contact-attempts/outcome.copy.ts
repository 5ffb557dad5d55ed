import type { ContactRefusal, Outcome } from '#libs/domain';

/** What came of an attempt, in the order in which a worker looks for it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'no-answer': 'No answer',
  'engaged-tone': 'The line was engaged',
  'number-not-working': 'The number does not work, or is wrong',
  'message-left-as-agreed': 'A message was left as agreed',
  'someone-else-answered': 'Someone else answered',
  'asked-to-call-later': 'They asked us to call later',
  'reached-not-safe-to-talk': 'Reached them; it was not safe to talk',
  'cut-off': 'Reached them; the call was cut off',
  spoke: 'Spoke with them',
  'support-accepted': 'Spoke with them; they would like support',
  'support-thinking': 'Spoke with them; they are thinking about it',
  'support-declined': 'Spoke with them; they have chosen not to have support',
  'first-session-held': 'The first session of support took place',
};

/** In the order in which a worker looks for them. */
export const OUTCOME_GROUPS: readonly {
  readonly divider: string | null;
  readonly outcomes: readonly Outcome[];
}[] = [
  {
    divider: null,
    outcomes: [
      'no-answer',
      'engaged-tone',
      'message-left-as-agreed',
      'someone-else-answered',
      'number-not-working',
    ],
  },
  {
    divider: 'or they answered',
    outcomes: ['asked-to-call-later', 'reached-not-safe-to-talk', 'cut-off'],
  },
  {
    divider: 'or you spoke',
    outcomes: ['spoke', 'support-accepted', 'support-thinking', 'support-declined', 'first-session-held'],
  },
];

/** Why a route may not be used at a moment: the words of the safe-contact gate. */
export const GATE_WORDS: Readonly<Record<ContactRefusal, string>> = {
  stopped: 'All contact has been stopped for this person.',
  restricted:
    'The person’s record is restricted, so nothing is sent to them. The data-protection officer can lift it.',
  'unknown-route': 'This way to reach the person is not on the safe-contact card.',
  'route-suspended': 'This number is on hold: someone else may have it. A duty lead must look at it first.',
  'route-quarantined': 'This number is out of use: it does not work, or is wrong.',
  'not-permitted': 'The person said that this is not safe.',
  'permission-unknown': 'Nobody has asked whether this is safe, so it is treated as not safe.',
  'wrong-kind': 'This way to reach the person cannot be used for that.',
  'seen-by-others': 'The suspect, or somebody close to them, may see what comes this way.',
  'no-wording': 'The person has not chosen a text that may be sent. Ask them first.',
  'check-expired': 'It is long since anybody asked whether this is safe. Ask the person again first.',
  'outside-safe-times': 'It is outside the times that are safe for the person.',
};

export function gateWords(code: string): string {
  return GATE_WORDS[code as ContactRefusal] ?? 'It was outside what was agreed.';
}
