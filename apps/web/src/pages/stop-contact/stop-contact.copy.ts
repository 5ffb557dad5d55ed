import type { ResumeContactOutcome, StopContactOutcome } from '#libs/casework';
import type { SaidBy, StopCause } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const STOP = {
  title: 'Stop all contact',
  intro:
    'From the moment you save this, nothing goes to the person: no call, no message, no promised call, on any of their cases. Messages that wait are taken back.',
  legend: 'Why must contact stop?',
  missing: 'Select why contact must stop',
  submit: 'Stop all contact now',
  saved: { title: 'All contact is stopped.', lines: ['Nothing leaves for this person any more.'] },
  closed: {
    title: 'All contact is stopped and the case is closed.',
    lines: [
      'We are sorry. Nothing leaves for this person any more, and no deadline of the case calls for anybody.',
    ],
  },
} as const;

export const CAUSE_ITEMS: Readonly<Record<StopCause, { readonly text: string; readonly hint: string }>> = {
  'stop-word': {
    text: 'They said the stop word',
    hint: 'It is not safe for them. The case stays open and somebody goes on looking after it.',
  },
  'asked-to-stop': {
    text: 'They asked us not to contact them',
    hint: 'The case stays open until it is decided what comes next. Nobody else is asked about them.',
  },
  died: {
    text: 'They have died',
    hint: 'Their cases close too. This cannot be taken back here.',
  },
};

export const CAUSE_NAMES: Readonly<Record<StopCause, string>> = {
  'stop-word': 'The stop word was said',
  'asked-to-stop': 'They asked us not to contact them',
  died: 'The person has died',
};

export const STOPPED = {
  title: 'All contact is stopped',
  since: 'Since',
  meaning: 'Nothing goes to this person, on any of their cases.',
  toDied: 'If you learn that they have died, save that too.',
  resumeTitle: 'Let contact go on',
  resumeIntro:
    'Messages that were taken back stay taken back. Every number is as safe as the card says, and no safer.',
  saidBy: 'Who says that contact is safe and wanted again?',
  saidByMissing: 'Select who said so',
  resume: 'Let contact go on',
  leadOnly: 'A duty lead may let contact go on.',
  resumed: { title: 'Contact may go on.', lines: ['Look at the safe-contact card before anybody calls.'] },
} as const;

export const SAID_BY_WORDS: Readonly<Record<SaidBy, string>> = {
  person: 'The person',
  police: 'The police',
  other: 'Somebody else whom the person trusts',
};

export const STOP_REFUSALS: RefusalCopy<Extract<StopContactOutcome, { kind: 'refused' }>['reason']> = {
  'already-stopped': { sentence: 'All contact is stopped already: nothing leaves for this person.' },
};

export const RESUME_REFUSALS: RefusalCopy<Extract<ResumeContactOutcome, { kind: 'refused' }>['reason']> = {
  'not-stopped': { sentence: 'Contact is not stopped, so there is nothing to lift.' },
  'stays-stopped': { sentence: 'The person has died. Contact stays stopped.' },
  'only-the-person': {
    sentence: 'They asked us to stop, so only they can say that contact is wanted again',
    field: 'saidBy',
  },
};
