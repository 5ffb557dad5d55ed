import type { Purpose } from './codes';

/**
 * What is read out before somebody answers. `{recipient}` and `{classes}` are filled in; neither names an offence. A
 * changed sentence is a new version, so that each answer says which words it was an answer to.
 */
export interface ConsentWording {
  readonly version: number;
  readonly words: string;
}

const CONTACT = 'You can change this whenever you like, and you do not have to say why.';

export const CONSENT_WORDINGS: Readonly<Record<Purpose, ConsentWording>> = {
  'be-called': { version: 1, words: `May we call you on the numbers you told us are safe? ${CONTACT}` },
  'be-texted': {
    version: 1,
    words: `May we send you texts? They will not say who we are or why. ${CONTACT}`,
  },
  'be-emailed': {
    version: 1,
    words: `May we send you e-mails? They will not say who we are or why. ${CONTACT}`,
  },
  'be-left-voicemail': { version: 1, words: `May we leave a message if you do not answer? ${CONTACT}` },
  'be-written-to': { version: 1, words: `May we send letters to an address you choose? ${CONTACT}` },
  'hold-record': {
    version: 1,
    words: 'We keep a record of our work with you. May we go on keeping it once our work has ended?',
  },
  support: {
    version: 1,
    words:
      'May we tell {recipient} {classes}, so that they can support you? They may use it for that and nothing else. You can stop this at any time: they then lose sight of it, but cannot forget what they have read.',
  },
  'fact-of-support': {
    version: 1,
    words:
      'May we tell {recipient} that you were offered support? Not what you said, and not what you chose.',
  },
  investigation: {
    version: 1,
    words:
      'May we tell {recipient} {classes} for their investigation? You do not have to agree, and your support does not depend on it.',
  },
  'health-care': {
    version: 1,
    words: 'May we tell {recipient} {classes}, so that they can look after your health?',
  },
  safeguarding: {
    version: 1,
    words: 'May we tell {recipient} {classes}, so that they can help to keep you or somebody else safe?',
  },
  interpreting: {
    version: 1,
    words:
      'May we work with an interpreter? They are told {classes} and no more, and may not repeat anything.',
  },
  research: {
    version: 1,
    words: 'May your record be used for research, without your name? Your support does not depend on it.',
  },
  feedback: { version: 1, words: 'May we ask you later how our support was for you?' },
};

export function wordingId(purpose: Purpose): string {
  return `${purpose}-${CONSENT_WORDINGS[purpose].version}`;
}
