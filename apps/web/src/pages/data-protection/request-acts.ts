import type { RequestChange } from '#libs/casework';
import {
  DELIVERIES,
  EXTENSIONS,
  IDENTITY_CHECKS,
  isLiveRequest,
  openWait,
  REQUEST_REFUSALS,
  WAITS,
  type InformationRequest,
  type RouteId,
  type Settlement,
} from '#libs/domain';
import {
  DELIVERY_WORDS,
  EXTENSION_WORDS,
  IDENTITY_WORDS,
  REFUSED_WORDS,
  SETTLEMENT_WORDS,
  WAIT_WORDS,
} from './desk-words.copy';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Acts with a use case of their own. */
export type OtherAct = 'begin-review' | 'seal-pack' | 'restricted' | 'restriction-lifted';

/** One thing that may be done with a request, as a page of one question. */
export interface RequestAct {
  readonly slug: string;
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  readonly done: string;
  readonly offered: (request: InformationRequest) => boolean;
  /** None: the page is a button. */
  readonly choices?: (request: InformationRequest) => readonly Choice[];
  readonly legend?: string;
  readonly missing?: string;
  readonly text?: { readonly label: string; readonly hint: string };
  readonly warns?: boolean;
  /** Of what was chosen or typed; undefined when it is none of the answers. */
  readonly change: (answer: string, routeId: RouteId | null) => OtherAct | RequestChange | undefined;
}

const ONE_MONTH = ['subject-access', 'rectification', 'restriction', 'objection', 'erasure'];
const COMPLAINTS = ['complaint-upheld', 'complaint-part-upheld', 'complaint-not-upheld'] as const;
const OBJECTIONS = ['objection-upheld', 'objection-noted'] as const;

const moving = (request: InformationRequest) => isLiveRequest(request) && openWait(request) === null;
const waitsForErasure = ({ kind, state }: InformationRequest) => kind === 'erasure' && state === 'proposed';
const oneMonth = ({ kind }: InformationRequest) => ONE_MONTH.includes(kind);
const among = <Code extends string>(codes: readonly Code[], answer: string) =>
  codes.find((code) => code === answer);
const listed = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value): Choice => ({ value, text: words[value] }));

function settlementsOf({ kind }: InformationRequest): readonly Settlement[] {
  if (kind === 'complaint') return COMPLAINTS;
  return kind === 'objection' ? OBJECTIONS : [];
}

export const REQUEST_ACTS: readonly RequestAct[] = [
  {
    slug: 'link',
    title: 'Say which case it is about',
    intro: 'With the reference of any case of theirs everything about the person can be found.',
    submit: 'Save the case',
    done: 'The request is now about that person',
    offered: (request) => request.personId === null && ['received', 'searching'].includes(request.state),
    text: { label: 'Case reference', hint: 'For example, WM-4F7K-9Q2D' },
    missing: 'Enter the case reference',
    change: (answer) => (answer === '' ? undefined : { kind: 'link', caseReference: answer.toUpperCase() }),
  },
  {
    slug: 'unlink',
    title: 'It is about somebody else',
    intro:
      'The link to this person is taken back, and what was written in the request is kept with the request alone. Then say which case it is about.',
    submit: 'Take the link back',
    done: 'The request is about nobody that we know of yet',
    offered: (request) => request.personId !== null && ['received', 'searching'].includes(request.state),
    change: () => ({ kind: 'unlink' }),
  },
  {
    slug: 'identity',
    title: 'Confirm who asks',
    intro: 'Ask for no more than is needed. Of somebody who acts for the person, make sure that they may.',
    submit: 'Confirm',
    done: 'Who asks is confirmed',
    offered: (request) =>
      request.state === 'received' && oneMonth(request) && openWait(request)?.waitFor !== 'clarification',
    legend: 'How do you know?',
    choices: () => listed(IDENTITY_CHECKS, IDENTITY_WORDS),
    missing: 'Select how you know',
    change: (answer) => {
      const how = among(IDENTITY_CHECKS, answer);
      return how === undefined ? undefined : { kind: 'confirm-identity', how };
    },
  },
  {
    slug: 'ask',
    title: 'Ask them something, and stop the clock',
    intro: 'The clock stands still until their answer is in. Ask only what is needed to go on.',
    submit: 'Stop the clock',
    done: 'The clock stands still until you record their answer',
    offered: (request) =>
      moving(request) && oneMonth(request) && ['received', 'searching'].includes(request.state),
    legend: 'What did you ask them?',
    choices: ({ identityAt }) =>
      listed(identityAt === null ? WAITS : (['clarification'] as const), WAIT_WORDS),
    missing: 'Select what you asked them',
    change: (answer) => {
      const waitFor = among(WAITS, answer);
      return waitFor === undefined ? undefined : { kind: 'ask', waitFor };
    },
  },
  {
    slug: 'answered',
    title: 'Record their answer',
    intro: 'The clock goes on from today. The last day moves by the days on which it stood still.',
    submit: 'Their answer is in',
    done: 'The clock goes on',
    offered: (request) => isLiveRequest(request) && openWait(request) !== null,
    change: () => ({ kind: 'answer' }),
  },
  {
    slug: 'extend',
    title: 'Take two months more',
    intro:
      'Tell them today, with the reason: the law gives the extension only to somebody who was told within the first month.',
    submit: 'I have told them: extend',
    done: 'The last day is two months later',
    offered: (request) => moving(request) && oneMonth(request) && request.extendedAt === null,
    legend: 'Why?',
    choices: () => listed(EXTENSIONS, EXTENSION_WORDS),
    missing: 'Select why',
    change: (answer) => {
      const extension = among(EXTENSIONS, answer);
      return extension === undefined ? undefined : { kind: 'extend', extension };
    },
  },
  {
    slug: 'collect',
    title: 'Gather everything about the person',
    intro:
      'Every row about them is found in every table. What may tell about somebody else is put aside, for you to look through item by item.',
    submit: 'Gather',
    done: 'Everything is gathered: look through what was put aside',
    offered: (request) =>
      moving(request) &&
      request.kind === 'subject-access' &&
      request.state === 'searching' &&
      request.personId !== null,
    change: () => 'begin-review',
  },
  {
    slug: 'seal',
    title: 'Seal the pack',
    intro:
      'The pack is written as you decided and sealed. A fingerprint of it goes into the journal, its content nowhere.',
    submit: 'Seal the pack',
    done: 'The pack is sealed: hand it over in a way that is safe',
    offered: (request) => moving(request) && request.state === 'review',
    change: () => 'seal-pack',
  },
  {
    slug: 'look-again',
    title: 'Look through it again',
    intro: 'The sealed pack is put aside, and another takes its place when you are done.',
    submit: 'Look through it again',
    done: 'You can change what you decided',
    offered: ({ state }) => state === 'ready',
    change: () => ({ kind: 'reopen-review' }),
  },
  {
    slug: 'deliver',
    title: 'Record that it was handed over',
    intro:
      'By post or email only to a way on the safe-contact card that is safe at this minute. Once it is handed over the pack opens for nobody here.',
    submit: 'It is handed over',
    done: 'The request is answered',
    offered: (request) => request.state === 'ready',
    legend: 'How does it reach them?',
    choices: () => listed(DELIVERIES, DELIVERY_WORDS),
    missing: 'Select how it reaches them',
    change: (answer, routeId) => {
      const how = among(DELIVERIES, answer);
      return how === undefined ? undefined : { kind: 'deliver', how, routeId };
    },
  },
  {
    slug: 'acknowledge',
    title: 'Acknowledge the complaint',
    intro: 'Tell them that you have it and what happens next.',
    submit: 'I have told them',
    done: 'The complaint is acknowledged',
    offered: ({ kind, state }) => kind === 'complaint' && state === 'received',
    change: () => ({ kind: 'acknowledge' }),
  },
  {
    slug: 'outcome',
    title: 'Record the outcome',
    intro: 'Tell them the outcome, and that they may complain to the Information Commissioner.',
    submit: 'Record the outcome',
    done: 'The request is answered',
    offered: (request) =>
      moving(request) &&
      settlementsOf(request).length > 0 &&
      (request.kind === 'complaint' || request.state === 'searching'),
    legend: 'What came of it?',
    choices: (request) => listed(settlementsOf(request), SETTLEMENT_WORDS),
    missing: 'Select what came of it',
    change: (answer) => {
      const codes: readonly Settlement[] = [...COMPLAINTS, ...OBJECTIONS];
      const settlement = among(codes, answer);
      return settlement === undefined ? undefined : { kind: 'settle', settlement };
    },
  },
  {
    slug: 'erase',
    title: 'Put the erasure before a second person',
    intro:
      'Tell the person now what will happen, and that they may complain: once the record is erased nobody knows any more where to write to. What the second person decides answers this request.',
    submit: 'Put it before a second person',
    done: 'A second person decides about the erasure',
    offered: (request) =>
      moving(request) &&
      request.kind === 'erasure' &&
      request.state === 'searching' &&
      request.personId !== null,
    change: () => ({ kind: 'propose-erasure' }),
  },
  {
    slug: 'restrict',
    title: 'Restrict everything about the person',
    intro:
      'From now on this desk and the duty lead alone can read it, and messages that wait are cancelled. The promised times of their case run on: tell the duty lead today.',
    submit: 'Restrict',
    done: 'It is restricted: this desk and the duty lead alone can read it',
    offered: (request) => moving(request) && request.kind === 'restriction' && request.state === 'searching',
    change: () => 'restricted',
  },
  {
    slug: 'lift',
    title: 'Lift the restriction of the person',
    intro: 'Tell the person before you lift it. Their case can then be read by those who work on it.',
    submit: 'Lift it',
    done: 'The restriction is lifted',
    offered: (request) => moving(request) && request.kind === 'restriction' && request.state === 'searching',
    change: () => 'restriction-lifted',
  },
  {
    slug: 'refuse',
    title: 'Turn the request down',
    intro: 'Tell them why, and that they may complain to us, to the Information Commissioner or to a court.',
    submit: 'Turn it down',
    done: 'The request is turned down',
    offered: (request) => isLiveRequest(request) && !waitsForErasure(request),
    legend: 'Why?',
    choices: () => listed(REQUEST_REFUSALS, REFUSED_WORDS),
    missing: 'Select why',
    warns: true,
    change: (answer) => {
      const reason = among(REQUEST_REFUSALS, answer);
      return reason === undefined ? undefined : { kind: 'refuse', reason };
    },
  },
  {
    slug: 'withdraw',
    title: 'Record that they withdrew it',
    intro: 'Only when they said so themselves.',
    submit: 'They withdrew it',
    done: 'The request is withdrawn',
    offered: (request) => isLiveRequest(request) && !waitsForErasure(request),
    warns: true,
    change: () => ({ kind: 'withdraw' }),
  },
];
