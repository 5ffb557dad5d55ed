import type { ExhaustedOutcome } from '#libs/casework';
import type { ExhaustedBasis, WelfareCheck } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const EXHAUSTED = {
  title: 'If we cannot reach them',
  intro:
    'When every agreed attempt has been made, a colleague puts it to a duty lead, and the lead signs. Nothing is closed, no clock stops, and a new safe number starts again.',
  soFar: 'So far',
  propose: 'Put it to a lead',
  basisLegend: 'Why is it enough?',
  welfareLegend: 'What did the person say about a welfare check by police, should we not reach them?',
  submit: 'Put it to a lead',
  sign: 'Sign',
  signLegend: 'A colleague says that enough was tried',
  confirm: 'I agree: enough was tried',
  decline: 'Go on trying',
  proposed: 'It is with the duty lead.',
  proposedNext: 'Until they have signed, the case stays on the board and may be called.',
  signed: 'Signed.',
  signedNext: 'Nobody calls until there is a new safe number. The case stays open.',
  notSigned: 'Not signed.',
  notSignedNext: 'The case stays as it was, and attempts go on.',
  own: 'You put this forward, so another person must sign.',
  planTitle: 'What happens now',
} as const;

export const BASIS_WORDS: Readonly<Record<ExhaustedBasis, string>> = {
  'policy-used-up': 'Every agreed attempt has been made',
  'calls-raise-the-risk': 'Each further call raises the risk for the person',
  'no-safe-way-left': 'No safe way to reach the person is left',
  'person-is-elsewhere': 'The person is known to be where we cannot reach them',
};

export const WELFARE_WORDS: Readonly<Record<WelfareCheck, string>> = {
  agreed: 'They agreed to one',
  'not-agreed': 'They do not want one',
  'not-known': 'Nobody has asked them',
};

/** The lost-contact plan, from the person's own instruction where it is known (practice §2.2). */
export const PLAN: Readonly<Record<WelfareCheck, string>> = {
  agreed:
    'The person agreed to a welfare check. The duty lead asks the police team for one, saying only that the person could not be reached safely.',
  'not-agreed':
    'The person does not want a welfare check. None is asked for, unless there is a safeguarding decision of its own.',
  'not-known':
    'Nobody has asked the person about a welfare check. None is asked for, unless there is a safeguarding decision of its own.',
};

export const PLAN_ALWAYS = [
  'The officer is told only that the person could not be reached safely.',
  'One neutral message may go out, and only to a route that is marked safe for it.',
  'The case stays open. A new safe number starts a new round of attempts.',
] as const;

export const EXHAUSTED_ERRORS = {
  basis: 'Select why it is enough',
  welfare: 'Select what the person said, or that nobody has asked them',
  decision: 'Select whether you agree',
} as const;

type Reason = Extract<ExhaustedOutcome, { kind: 'refused' }>['reason'];

export const EXHAUSTED_REFUSALS: RefusalCopy<Reason> = {
  'attempts-left': {
    sentence:
      'There are agreed attempts left. Make them, or ask your duty lead to put it forward for another reason',
    field: 'basis',
  },
  'only-a-lead': { sentence: 'Only a duty lead may put it forward for this reason', field: 'basis' },
  'not-being-tried': {
    sentence: 'This person is not being tried just now, so there is nothing to end',
    field: 'basis',
  },
  'already-asked': { sentence: 'This is with a lead already', field: 'basis' },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
};
