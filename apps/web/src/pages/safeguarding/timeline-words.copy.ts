import type { SafeguardingBody, SafeguardingKind } from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { BODY_WORDS } from './safeguarding.copy';

const ABOUT: Readonly<Record<SafeguardingKind, string>> = {
  'child-under-13': 'a child under 13',
  'child-under-16': 'a child under 16',
  'child-at-risk': 'a child at risk',
  'adult-at-risk': 'an adult at risk',
  'turning-18': 'an 18th birthday',
};

const about = ({ payload }: EventFacts) => ABOUT[payload['kind'] as SafeguardingKind];

/** One plain sentence for each thing that happens to a safeguarding task. */
export const SAFEGUARDING_WORDS: WordsByType = {
  'safeguarding.opened': (facts) => ({
    title: `Safeguarding task about ${about(facts)}`,
    detail: `To be done by ${facts.at('dueAt')}.`,
  }),
  'safeguarding.overdue': (facts) => ({ title: `Safeguarding task about ${about(facts)} is overdue` }),
  'safeguarding.wait-over': (facts) => ({ title: `The wait before telling of ${about(facts)} is over` }),
  'safeguarding.put-off': (facts) => ({
    title: `Telling of ${about(facts)} waits, for their safety`,
    detail: `Until ${facts.at('until')}.`,
  }),
  'safeguarding.referred': (facts) => ({
    title: `${BODY_WORDS[facts.reason as SafeguardingBody]} told of ${about(facts)}`,
  }),
  'safeguarding.acknowledged': (facts) => ({ title: `Whoever was told of ${about(facts)} has it` }),
  'safeguarding.not-needed': (facts) => ({ title: `Nobody needed to be told of ${about(facts)}` }),
  'safeguarding.reviewed': () => ({ title: 'Who may be told was reviewed for an 18th birthday' }),
};
