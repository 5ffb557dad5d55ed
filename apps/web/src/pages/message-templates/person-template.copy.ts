import type { PersonTemplateFaultKind, PersonTemplateId, PersonTemplatePart } from '#libs/domain';

export const PERSON_TEMPLATES = {
  title: 'Messages to people',
  intro:
    'These are the only texts that a person who is supported may get, and only where they said that it is safe. Each names a day and a time. Which one a person gets is on their safe-contact card, because they chose it.',
  mail: 'As e-mail',
  phone: 'As a text message',
  words: 'Words',
} as const;

export const PERSON_TEMPLATE_NAMES: Readonly<Record<PersonTemplateId, string>> = {
  'we-will-ring': 'We will ring you',
  reminder: 'Reminder',
  'talk-then': 'Happy to talk',
};

export const PERSON_TEMPLATE_USES: Readonly<Record<PersonTemplateId, string>> = {
  'we-will-ring': 'Plain: says that somebody will ring.',
  reminder: 'Says only a day and a time, like a reminder of anything at all.',
  'talk-then': 'Reads like a note from somebody they know.',
};

export const PERSON_FORM = {
  intro:
    'Whoever else picks up the phone must learn nothing. No name, no service, no reason, no number to ring back; the day and the time come from the placeholders only.',
  parts: {
    subject: 'Subject of the e-mail',
    mail: 'E-mail',
    phone: 'Text message',
  } satisfies Readonly<Record<PersonTemplatePart, string>>,
  hints: {
    subject: 'No placeholders. 50 characters at most.',
    mail: 'Must hold {{day}} and {{time}}. 300 characters at most.',
    phone: 'Must hold {{day}} and {{time}}. 140 characters at most.',
  } satisfies Readonly<Record<PersonTemplatePart, string>>,
} as const;

export const PERSON_EMPTY: Readonly<Record<PersonTemplatePart, string>> = {
  subject: 'Enter a subject',
  mail: 'Enter the words of the e-mail',
  phone: 'Enter the words of the text message',
};

export const PERSON_FAULTS: Readonly<
  Record<Exclude<PersonTemplateFaultKind, 'empty'>, (about: string) => string>
> = {
  'too-long': () => 'Shorten this text',
  'several-lines': () => 'Write the subject on one line',
  'unknown-placeholder': (about) =>
    about === ''
      ? 'Use braces only around a placeholder, such as {{day}}'
      : `Remove {{${about}}}: this text cannot hold it`,
  'missing-placeholder': (about) => `Put {{${about}}} where it belongs`,
  'banned-word': (about) => `Remove “${about}”: it tells whoever reads it what this is about`,
  'address-or-number': () => 'Remove the address or number: a message leads nowhere',
};

export const PERSON_PREVIEW_NOTE =
  'A version counts for messages asked for after it takes effect. What waits already leaves as it was shown.';
