import type { Contradiction, PermitRefusal, Permission, SaidBy } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { CONTRADICTION_REFUSALS } from '../safe-contact/contradiction.copy';
import type { Owner } from './route-owners';

export const ROUTE_ERRORS = {
  number: 'Enter the safe number',
  unreadable: 'Enter a telephone number, such as 07700 900123 or +44 7700 900123',
  'has-extension': 'Enter a number without an extension: an extension could reach someone else',
  owner: 'Select whose number it is',
  whose: 'Enter who they are to the person, such as “sister” or “support worker”',
  whoseTooLong: 'Shorten who they are to 100 characters or fewer',
  call: 'Select whether it is safe to call this number',
  notOnTheList: 'Select one of the answers on the list',
  saidBy: 'Select who said so',
} as const;

export const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  own: 'The person’s own',
  work: 'At their work',
  'someone-else': 'Someone else’s, whom the person named',
};

export const PERMISSION_CHOICES: Readonly<Record<Permission, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'I do not know',
};

export const SAID_BY_WORDS: Readonly<Record<SaidBy, string>> = {
  person: 'The person',
  police: 'A police officer, after asking the person',
  other: 'Someone else whom the person asked to tell us',
};

export const ROUTE_QUESTIONS = {
  number: 'Safe number',
  numberHint: 'Only a number that the person named. Any format, for example 07700 900123.',
  owner: 'Whose number is it?',
  whose: 'If it is someone else’s: who are they to the person?',
  whoseHint: 'A word or two, such as “sister”. Leave out names.',
  call: 'Is it safe to call it?',
  callHint: '“I do not know” is treated as no.',
  text: 'Is it safe to send a text? (optional)',
  voicemail: 'Is it safe to leave a voicemail? (optional)',
  saidBy: 'Who said so?',
} as const;

export const PERMIT = {
  title: 'What is safe on this number?',
  intro: 'What you say here takes the place of what was said before. It counts from now.',
  lift: 'This number is on hold. If you save, it may be used again as you say here.',
  liftWhy:
    'Only after a safety check: how do we know that the person holds this number, and that nobody else will answer it?',
  needsLead:
    'This number is on hold, so a duty lead must look at it first. Ask your duty lead to open this page.',
  outOfUse: 'This number is out of use for good: it does not work, or it belongs to someone else.',
  submit: 'Save what is safe',
  submitLift: 'Take it off hold and save',
  saved: 'What is safe on the number has been brought up to date.',
} as const;

export const CHANGED_SINCE =
  'Someone changed this case after you opened the page. Nothing of yours was saved: the page shows how the number stands now.';

export const PERMIT_REFUSALS: RefusalCopy<PermitRefusal | Contradiction | 'case-closed'> = {
  ...CONTRADICTION_REFUSALS,
  'needs-lead': { sentence: PERMIT.needsLead },
  'out-of-use': { sentence: PERMIT.outOfUse },
  'case-closed': { sentence: 'This case is closed, so nothing can be changed on it.' },
};
