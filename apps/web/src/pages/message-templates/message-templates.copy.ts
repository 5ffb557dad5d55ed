import type { TemplateFaultKind, TemplateId, TemplatePart } from '#libs/domain';

export const TEMPLATES = {
  title: 'Messages',
  staffTitle: 'Messages to staff',
  intro: 'Each of these goes to one member of staff and holds a reference and a link.',
  onlyTexts: 'This service sends nothing but the texts on this page.',
  inForce: 'In force',
  from: 'From',
  oneTitle: 'About one reference',
  manyTitle: 'About several references',
  lockScreen: 'On a lock screen',
  subject: 'Subject',
  body: 'Text',
  history: 'Versions',
  draft: 'Draft a new version',
} as const;

export const TEMPLATE_NAMES: Readonly<Record<TemplateId, string>> = {
  'alerts-waiting': 'Alerts are waiting',
  'urgent-page': 'Urgent page',
  'work-overdue': 'Work is overdue',
  'opened-in-emergency': 'Opened in an emergency',
  'sharing-changed': 'Sharing has changed',
  'decision-waiting': 'A decision waits',
};

export const TEMPLATE_USES: Readonly<Record<TemplateId, string>> = {
  'alerts-waiting': 'Sent to an owner before a deadline, and to leads and managers after it.',
  'urgent-page': 'Sent at once, by day and night, to the person on call and then to leads and managers.',
  'work-overdue':
    'Sent once when the time of a review, a request or a safeguarding task has passed, and a day later to managers.',
  'opened-in-emergency': 'Sent at once to the owner and to whoever may review the opening.',
  'sharing-changed': 'Sent to an agency when something that was shared with it is taken back.',
  'decision-waiting':
    'Sent to duty leads when something that they alone may see waits, and again when its time has passed.',
};

export const FORM = {
  intro:
    'Whoever reads this over a shoulder must learn nothing. Use no word about services, people or offences; links and references come from the placeholders only.',
  parts: {
    oneSubject: 'Subject, about one reference',
    oneBody: 'Text, about one reference',
    manySubject: 'Subject, about several references',
    manyBody: 'Text, about several references',
  } satisfies Readonly<Record<TemplatePart, string>>,
  hints: {
    oneSubject: 'May hold {{reference}}. 60 characters at most.',
    oneBody: 'Must hold {{reference}} and {{link}}. 400 characters at most.',
    manySubject: 'May hold {{count}}. 60 characters at most.',
    manyBody: 'Must hold {{references}} and {{link}}, and may hold {{count}}. 400 characters at most.',
  } satisfies Readonly<Record<TemplatePart, string>>,
} as const;

export const EMPTY_PARTS: Readonly<Record<TemplatePart, string>> = {
  oneSubject: 'Enter a subject about one reference',
  oneBody: 'Enter a text about one reference',
  manySubject: 'Enter a subject about several references',
  manyBody: 'Enter a text about several references',
};

export const FAULT_SENTENCES: Readonly<
  Record<Exclude<TemplateFaultKind, 'empty'>, (about: string) => string>
> = {
  'too-long': () => 'Shorten this text',
  'several-lines': () => 'Write the subject on one line',
  'unknown-placeholder': (about) =>
    about === ''
      ? 'Use braces only around a placeholder, such as {{link}}'
      : `Remove {{${about}}}: this text cannot hold it`,
  'missing-placeholder': (about) => `Put {{${about}}} where it belongs`,
  'banned-word': (about) => `Remove “${about}”: a lock screen must not say what this is about`,
  'address-or-number': () => 'Remove the address or number: only {{link}} may lead anywhere',
};

/** A text as it would look; the reference is an invented one. */
export const SAMPLE_REFERENCES = ['WM-0000-AAAA', 'WM-0000-BBBB', 'WM-0000-CCCC'] as const;

export const PREVIEW_NOTE =
  'A version counts for messages sent after it takes effect. Nothing is sent again.';
