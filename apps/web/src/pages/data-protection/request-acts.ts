import type { RequestChange } from '#libs/casework';
import {
  DELIVERIES,
  DESK_ACTS,
  DESK_SETTLEMENTS,
  EXTENSIONS,
  IDENTITY_CHECKS,
  REQUEST_REFUSALS,
  settlementsOf,
  WAITS,
  type DeskAct,
  type InformationRequest,
  type RouteId,
} from '#libs/domain';
import {
  DELIVERY_WORDS,
  EXTENSION_WORDS,
  IDENTITY_WORDS,
  REFUSED_WORDS,
  SETTLEMENT_WORDS,
  WAIT_WORDS,
} from './desk-words.copy';
import { ACT_WORDS, type ActWords } from './request-act.copy';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Acts with a use case of their own. */
export type OtherAct = 'begin-review' | 'seal-pack' | 'restricted' | 'restriction-lifted';

interface ActAnswers {
  /** None: the page is a button. */
  readonly choices?: (request: InformationRequest) => readonly Choice[];
  readonly warns?: boolean;
  /** Of what was chosen or typed; undefined when it is none of the answers. */
  readonly change: (answer: string, routeId: RouteId | null) => OtherAct | RequestChange | undefined;
}

/** One thing that may be done with a request, as a page of one question. */
export type RequestAct = { readonly slug: DeskAct } & ActWords & ActAnswers;

const among = <Code extends string>(codes: readonly Code[], answer: string) =>
  codes.find((code) => code === answer);
const listed = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value): Choice => ({ value, text: words[value] }));

const ANSWERS: Readonly<Record<DeskAct, ActAnswers>> = {
  link: {
    change: (answer) => (answer === '' ? undefined : { kind: 'link', caseReference: answer.toUpperCase() }),
  },
  unlink: {
    change: () => ({ kind: 'unlink' }),
  },
  identity: {
    choices: () => listed(IDENTITY_CHECKS, IDENTITY_WORDS),
    change: (answer) => {
      const how = among(IDENTITY_CHECKS, answer);
      return how === undefined ? undefined : { kind: 'confirm-identity', how };
    },
  },
  ask: {
    choices: ({ identityAt }) =>
      listed(identityAt === null ? WAITS : (['clarification'] as const), WAIT_WORDS),
    change: (answer) => {
      const waitFor = among(WAITS, answer);
      return waitFor === undefined ? undefined : { kind: 'ask', waitFor };
    },
  },
  answered: {
    change: () => ({ kind: 'answer' }),
  },
  extend: {
    choices: () => listed(EXTENSIONS, EXTENSION_WORDS),
    change: (answer) => {
      const extension = among(EXTENSIONS, answer);
      return extension === undefined ? undefined : { kind: 'extend', extension };
    },
  },
  collect: {
    change: () => 'begin-review',
  },
  seal: {
    change: () => 'seal-pack',
  },
  'look-again': {
    change: () => ({ kind: 'reopen-review' }),
  },
  deliver: {
    choices: () => listed(DELIVERIES, DELIVERY_WORDS),
    change: (answer, routeId) => {
      const how = among(DELIVERIES, answer);
      return how === undefined ? undefined : { kind: 'deliver', how, routeId };
    },
  },
  acknowledge: {
    change: () => ({ kind: 'acknowledge' }),
  },
  outcome: {
    choices: (request) => listed(settlementsOf(request), SETTLEMENT_WORDS),
    change: (answer) => {
      const settlement = among(DESK_SETTLEMENTS, answer);
      return settlement === undefined ? undefined : { kind: 'settle', settlement };
    },
  },
  erase: {
    change: () => ({ kind: 'propose-erasure' }),
  },
  restrict: {
    change: () => 'restricted',
  },
  lift: {
    change: () => 'restriction-lifted',
  },
  refuse: {
    choices: () => listed(REQUEST_REFUSALS, REFUSED_WORDS),
    warns: true,
    change: (answer) => {
      const reason = among(REQUEST_REFUSALS, answer);
      return reason === undefined ? undefined : { kind: 'refuse', reason };
    },
  },
  withdraw: {
    warns: true,
    change: () => ({ kind: 'withdraw' }),
  },
};

const ACTS = DESK_ACTS.map((slug): RequestAct => ({ slug, ...ACT_WORDS[slug], ...ANSWERS[slug] }));

/** The act that an address names; undefined when it is none. */
export function requestAct(slug: string): RequestAct | undefined {
  return ACTS.find((act) => act.slug === slug);
}
