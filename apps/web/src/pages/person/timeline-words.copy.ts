import type { AgeBand, AgeCorrectionReason, Decision, Finding } from '#libs/domain';
import { AGE_WORDS } from '../cases/case.copy';
import type { WordsByType } from '../cases/event-words';
import { AGE_CORRECTED, AGE_REASON_WORDS } from './age.copy';
import { DECISION_WORDS, FINDING_WORDS } from './assess.copy';

/** What the timeline says of a person's age. */
export const PERSON_EVENT_WORDS: WordsByType = {
  'person.age-corrected': ({ payload, reason }) => ({
    title: AGE_CORRECTED,
    detail: `Now ${AGE_WORDS[payload['to'] as AgeBand]}. ${AGE_REASON_WORDS[reason as AgeCorrectionReason]}.`,
  }),
  'competence.assessed': ({ payload }) => ({
    title: 'How a decision was judged was recorded',
    detail: `${DECISION_WORDS[payload['decision'] as Decision]}: ${FINDING_WORDS[payload['finding'] as Finding]}.`,
  }),
  'route.held-for-child': () => ({
    title: 'Number of somebody else put on hold',
    detail: 'The person is a child: a duty lead marks it safe first.',
  }),
};
