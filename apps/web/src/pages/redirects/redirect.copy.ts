import type { AcknowledgeRedirectOutcome, RedirectOutcome, TakeBackOutcome } from '#libs/casework';
import type { AcknowledgedHow, ReceivingBody, RedirectBasis, RedirectReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const REDIRECT_PAGE = {
  title: 'Redirect this referral to another body',
  intro:
    'The case stays ours, and both clocks run, until that body has said that it takes the person on. Keep calling until then.',
  reason: 'Why is it for somebody else?',
  body: 'Who should take it on?',
  basis: 'On what ground do they learn who the person is?',
  submit: 'Start the redirect',
  started: {
    title: 'The redirect has begun',
    lines: [
      'Tell the other body by phone or by its own form: Waymark sends nothing.',
      'The case and its clocks stay ours until you record that they have taken the person on.',
    ],
  },
} as const;

export const WAITING_PAGE = {
  title: 'Waiting for the other body',
  intro:
    'The case is still ours and both clocks are running. Record the answer as soon as a person there has given it; an automatic reply is not an answer.',
  acknowledge: 'They take the person on',
  how: 'How did they say so?',
  by: 'Who said so?',
  byHint: 'The name of the person there. It is kept sealed.',
  theirReference: 'Their reference (optional)',
  close: 'Record it and close our case',
  takeBackTitle: 'They do not take the person on, or it was a mistake',
  takeBackText: 'The case goes on as if nothing had happened. Nothing was stopped meanwhile.',
  takeBack: 'Keep the case',
  closed: {
    title: 'The other body has the person now',
    lines: [
      'Our case is closed. A clock that had time left is left out of the figure, with this reason; one that had run out stays a miss.',
    ],
  },
  kept: { title: 'The case stays with us', lines: ['Both clocks ran on all the time.'] },
} as const;

export const REASON_WORDS: Readonly<Record<RedirectReason, string>> = {
  'out-of-scope': 'It is not about a sexual offence',
  'out-of-county': 'The person lives, or wants support, in another county',
};

export const BODY_WORDS: Readonly<Record<ReceivingBody, string>> = {
  'victim-support': 'Victim Support',
  'idva-service': 'The IDVA service',
  'childrens-social-care': 'Children’s social care',
  'adult-social-care': 'Adult social care',
  'service-of-another-county': 'The support service of another county',
  'health-service': 'A health service',
  police: 'The police',
};

export const BASIS_WORDS: Readonly<Record<RedirectBasis, { readonly text: string; readonly hint: string }>> =
  {
    'person-agreed': { text: 'The person agreed', hint: 'They know who will call and said yes.' },
    'safeguarding-duty': {
      text: 'A safeguarding duty',
      hint: 'Somebody is at risk of serious harm. Only what is needed is told, and the person is told where that is safe.',
    },
    'nothing-shared': {
      text: 'They learn nothing from us',
      hint: 'The person goes there themselves, with the details we gave them.',
    },
  };

export const HOW_WORDS: Readonly<Record<AcknowledgedHow, string>> = {
  phone: 'On the phone',
  email: 'By e-mail from a person',
  'in-person': 'In person',
  'their-system': 'In their own system',
};

export const ACKNOWLEDGED = {
  legend: 'When did they say so?',
  hint: 'We have filled in the time it is now.',
  missing: 'Enter when they said so',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time at which they said so',
} as const;

export const REDIRECT_ERRORS = {
  reason: 'Select why it is for somebody else',
  body: 'Select who should take it on',
  basis: 'Select on what ground they learn who the person is',
  how: 'Select how they said so',
  by: 'Enter who said so',
  tooLong: 'Shorten this to 100 characters or fewer',
} as const;

type RedirectRefusal = Extract<RedirectOutcome, { kind: 'refused' }>['reason'];
type AcknowledgeRefusal = Extract<AcknowledgeRedirectOutcome, { kind: 'refused' }>['reason'];
type TakeBackRefusal = Extract<TakeBackOutcome, { kind: 'refused' }>['reason'];

export const REDIRECT_REFUSALS: RefusalCopy<RedirectRefusal> = {
  'case-closed': { sentence: 'This case is closed, so it cannot be redirected.' },
  'already-redirecting': {
    sentence: 'A colleague has begun to redirect this case. Open the case to see where it stands.',
  },
  'not-ready-for-redirect': {
    sentence: 'The referral is in no state to be redirected. Open the case to see where it stands.',
  },
};

export const ACKNOWLEDGE_REFUSALS: RefusalCopy<AcknowledgeRefusal> = {
  'nothing-to-acknowledge': {
    sentence: 'No redirect is waiting for an answer. Open the case to see where it stands.',
  },
  'acknowledged-in-the-future': {
    sentence: 'The answer must have been given now or in the past',
    field: 'acknowledgedDay',
  },
  'acknowledged-before-asked': {
    sentence: 'The answer cannot be older than the redirect',
    field: 'acknowledgedDay',
  },
  'record-unreadable': {
    sentence:
      'The name cannot be sealed just now, so nothing was saved. Keep this page and try again in a few minutes.',
    field: 'by',
  },
};

export const TAKE_BACK_REFUSALS: RefusalCopy<TakeBackRefusal> = {
  'nothing-to-take-back': {
    sentence: 'No redirect is waiting for an answer. Open the case to see where it stands.',
  },
};
