import {
  AUTOMATIC_CAUSES,
  type PayloadObject,
  type TaskAnswer,
  type TaskKind,
  type Withdrawal,
} from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';

const WANTED: Readonly<Record<TaskKind, string>> = {
  'find-safe-route': 'a safe number',
  'wrong-number': 'a check of the number',
  'ask-agreement': 'whether the person agrees to a call',
  'add-crime-number': 'the crime number',
};

const ANSWERS: Readonly<Record<TaskAnswer, string>> = {
  'route-given': 'They gave a number that is safe to call.',
  'crime-number-given': 'They gave the crime number.',
  agreed: 'The person agrees to be called.',
  'no-contact-wanted': 'The person does not want to be contacted. Every number is closed from now.',
};

const WITHDRAWALS: Readonly<Record<Withdrawal, string>> = {
  'route-found': 'A safe number was found.',
  'person-reached': 'The person was reached.',
  'not-wanted': 'The person has chosen not to be contacted.',
  'case-closed': 'The case is closed.',
};

const wanted = ({ payload }: EventFacts) => WANTED[payload['kind'] as TaskKind];

/** One plain sentence for each thing that happens to a question to the police. */
export const POLICE_TASK_WORDS: WordsByType = {
  'police-task.opened': (facts) => ({
    title: `Police asked for ${wanted(facts)}`,
    detail: `They should answer by ${facts.at('dueAt')}.`,
  }),
  'police-task.reminded': (facts) => ({ title: `Police reminded about ${wanted(facts)}` }),
  'police-task.overdue': (facts) => ({
    title: `No answer yet from the police about ${wanted(facts)}`,
    detail: 'The time for it has passed. Ring the team.',
  }),
  'police-task.not-found-yet': (facts) => ({
    title: `Police have tried for ${wanted(facts)}, without success so far`,
    detail: `They try again ${facts.at('askAgainAt')}.`,
  }),
  'police-task.ask-again-due': (facts) => ({
    title: `The police wanted to try again for ${wanted(facts)} at this time`,
  }),
  'police-task.answered': (facts) => ({
    title: `Police answered, asked for ${wanted(facts)}`,
    detail: ANSWERS[facts.reason as TaskAnswer],
  }),
  'police-task.withdrawn': (facts) => ({
    title: `Question to the police about ${wanted(facts)} taken back`,
    detail: WITHDRAWALS[facts.reason as Withdrawal],
  }),
};

/**
 * Who acted, when that is not simply the person at the keyboard: officers are named by their part, and what the service
 * asks or takes back by itself is nobody's doing. Null leaves it to the timeline.
 */
export function policeTaskActor(facts: {
  readonly type: string;
  readonly payload: PayloadObject;
  readonly reason: string | null;
}): string | null {
  const { type, payload, reason } = facts;
  switch (type) {
    case 'police-task.answered':
    case 'police-task.not-found-yet':
      return 'the police team';
    case 'police-task.withdrawn':
      return 'the service';
    case 'police-task.opened':
      return (AUTOMATIC_CAUSES as readonly (string | null)[]).includes(reason) ? 'the service' : null;
    case 'route.added':
      return payload['taskId'] === undefined ? null : 'the police team';
    default:
      return null;
  }
}
