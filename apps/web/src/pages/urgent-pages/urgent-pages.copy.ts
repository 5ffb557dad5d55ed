import type { PageAnswerRefusal, PageLevel, PageReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const URGENT = {
  title: 'Urgent pages',
  intro:
    'Each is about somebody in danger now, or with a forensic window that is open. Saying “I have this” stops the pages. It does not say that anybody was called: that is done on the case.',
  empty: 'No urgent page is waiting for an answer.',
  answer: 'I have this',
  notYours: 'The person on call, a duty lead or a service manager answers this page.',
  nobodyOnCall: 'Nobody was on call',
  notStepped: 'Being sent now',
} as const;

export const REASON_WORDS: Readonly<Record<PageReason, string>> = {
  'danger-now': 'In danger now',
  'forensic-window-open': 'Forensic window open',
  'suicide-or-self-harm': 'Suicide or self-harm',
  'child-at-risk': 'A child at risk',
  'medical-need': 'Medical help within hours',
};

export const LEVEL_WORDS: Readonly<Record<PageLevel, string>> = {
  'on-call': 'the person on call',
  'duty-lead': 'the duty leads',
  'service-manager': 'the service managers',
};

export const RISK_HELD = (when: string) => `The referrer said that they still hold the risk, ${when}.`;
export const RISK_OPEN =
  'The referrer has not yet said that they still hold the risk. Call the team that referred.';

export const answered = (reference: string) => ({
  title: 'You have it',
  lines: [`Nobody is paged about ${reference} any more. Open the case and call when it is safe to.`],
});

export const STALE =
  'Somebody answered this page after you opened it, or it no longer needs anybody. Nothing was saved.';

export const REFUSALS: RefusalCopy<PageAnswerRefusal> = {
  'not-on-call': {
    sentence: `${URGENT.notYours} Nothing was saved. If you can act, open the case and call.`,
  },
  'already-answered': { sentence: STALE },
};
