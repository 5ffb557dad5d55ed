import type { ChangeShareOutcome, ProposeShareOutcome } from '#libs/casework';
import type { ShareClosing, ShareState } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const SHARE_STATE_WORDS: Readonly<Record<ShareState, string>> = {
  proposed: 'Proposed: nobody there can read it yet',
  open: 'Open',
  closed: 'Closed',
};

export const CLOSING_WORDS: Readonly<Record<ShareClosing, string>> = {
  'consent-withdrawn': 'The person withdrew their agreement.',
  'consent-expired': 'The agreement ran out.',
  'override-ended': 'The override ended.',
  'giver-was-a-child':
    'The person agreed as an adult and was under 16. Ask again, with somebody who may decide.',
  'not-needed': 'It was not needed any more.',
};

export const SEEN_WORDS: Readonly<Record<string, string>> = {
  identity: 'Name',
  'contact-route': 'Numbers',
  'safe-contact-words': 'What was agreed for calls',
  incident: 'Incident in codes',
  investigation: 'Investigation',
  needs: 'Age and needs',
  'support-fact': 'That we support them',
};

export const PROPOSE = {
  title: 'Share with another service',
  intro:
    'They see what you tick and nothing else, and only while the person’s agreement holds. Each look is recorded.',
  classesLegend: 'What should they see?',
  submit: 'Propose to share',
  saved: { title: 'Proposed.', lines: ['Nobody there can read it until you open it.'] },
  opened: { title: 'Shared.', lines: ['They can read it now. Withdrawing closes it at once.'] },
  closed: { title: 'Closed.', lines: ['They cannot read it any more, and they have been told so.'] },
} as const;

export const PROPOSE_ERRORS = { dataClasses: 'Select what they should see' } as const;

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const PROPOSE_REFUSALS: RefusalCopy<Reasons<ProposeShareOutcome>> = {
  'nothing-chosen': { sentence: PROPOSE_ERRORS.dataClasses, field: 'dataClasses' },
  'shared-already': {
    sentence: 'This service has a share for that already. Close it first, then share anew.',
  },
  'unknown-recipient': { sentence: 'That service is not one we can share with.', problem: 'not-found' },
  'case-closed': { sentence: 'This case is closed, so nothing new can be shared from it.' },
  'sarc-closed-by-age': {
    sentence:
      'Under 13 the SARC is reached through the police or social care. Record under Age and safety that one of them was told, then share.',
  },
};

export const CHANGE_SHARE_REFUSALS: RefusalCopy<Reasons<ChangeShareOutcome>> = {
  'no-ground': {
    sentence:
      'The person has not agreed to all of this, or has changed their mind. Record their answer, or propose less.',
  },
  'already-open': { sentence: 'It is open already.' },
  'closed-already': { sentence: 'It is closed already. Propose it anew if it is still wanted.' },
};

export const SHARED = {
  title: 'Shared with us',
  intro: 'What other services have shared with yours, with the person’s agreement. Each look is recorded.',
  nothing: 'Nothing is shared with your service.',
  notices: 'What is new, and what was taken back',
  noNotices: 'Nothing new.',
  noticeKinds: {
    opened: 'Something was shared with you',
    narrowed: 'Part of what was shared was taken back. Do not use what you may have noted of it',
    recalled: 'It was taken back. Do not use or pass on what you may have noted of it',
  },
  noted: 'I have read this',
  notedSaved: { title: 'Noted.', lines: [] },
  record: 'Shared record',
  plan: 'Open the plan',
  tracks: 'Open the investigation',
  notes: 'Open our notes',
  appointments: 'Appointments',
  outcomes: 'How it goes for them',
  needs: 'Needs and risks',
  feedback: 'What they say of services',
  rights: 'Rights under the Victims’ Code',
  looked: 'That you have looked at this is on record.',
  unreadable: 'The record cannot be opened just now. Try again in a few minutes.',
} as const;
