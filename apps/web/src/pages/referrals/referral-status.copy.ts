import type { SarcLine } from '#libs/config';
import type { Feedback } from '#libs/domain';
import { siteOf } from '../../formatting/site-of';

/** The only things that ever come back to whoever referred (P7). */
export const FEEDBACK_WORDS: Readonly<Record<Feedback, { readonly tag: string; readonly sentence: string }>> =
  {
    received: {
      tag: 'Received',
      sentence: 'First responders have the referral. They have not tried to call yet.',
    },
    'not-yet': {
      tag: 'Not reached yet',
      sentence: 'First responders have tried and have not reached the person yet.',
    },
    reached: { tag: 'Reached', sentence: 'First responders have reached the person.' },
    'could-not-reach-safely': {
      tag: 'Could not reach safely',
      sentence: 'First responders could not reach the person safely. They decide what happens next.',
    },
    'need-a-new-number': {
      tag: 'Needs a new number',
      sentence:
        'There is no number that is known to be safe to call. Please find one and phone it through to the first responders.',
    },
  };

export const LIST = {
  title: 'My team’s referrals',
  log: 'Log a referral',
  draftsTitle: 'Unfinished',
  draftsHint: 'Only you see these. Each is deleted by itself unless you go on with it.',
  draft: (started: string, until: string) => `Started ${started}, deleted ${until}`,
  empty: 'Your team has logged no referrals yet.',
  tasks: 'Tasks for your team',
  cover: 'Cover screen',
} as const;

export const URGENT = {
  title: 'Urgent: who has the risk',
  answered: (paged: string, answered: string) =>
    `The first responder on call was paged ${paged} and answered ${answered}.`,
  paged: (paged: string) =>
    `The first responder on call was paged ${paged} and has not answered yet. Until they do, you still hold the risk.`,
  nobody: (raised: string) =>
    `Nobody was on call ${raised}. You still hold the risk: act on it yourself, and ring 999 if it cannot wait.`,
  acknowledge: 'I still hold the risk',
  acknowledged: (when: string) => `You said ${when} that your team still holds the risk.`,
  saved: {
    title: 'Noted: your team still holds the risk',
    lines: ['First responders see it at the top of the contact board.'],
  },
} as const;

export const SARC = {
  title: 'Open day and night',
  line: ({ name, phone, findAt }: SarcLine) =>
    `${name}: ${phone ?? `the number is on ${siteOf(findAt)}`}. The person can ring it themselves, at any time after it happened.`,
} as const;

export const RECEIPT = {
  title: 'Referral received',
  referenceLabel: 'Reference',
  promises: 'When first responders must have spoken with the person',
  binds: 'This one binds the service.',
  alsoKept: 'This one is kept and published beside it.',
  callTitle: 'The call',
  tellTitle: 'What to tell the person',
  nextTitle: 'What happens next',
  noNumber:
    'There is no number yet that is known to be safe to call, so nobody can call. Both clocks are running: ask the person for a number that is safe for a call, and phone it through to the first responders.',
  noCommonTime:
    'No time for a call is known to be safe: the safe times and the hours of the desk do not meet. A first responder will look for another way. Do not promise a time.',
} as const;
