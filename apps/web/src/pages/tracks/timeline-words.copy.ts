import type { MilestoneKind, Position } from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { KIND_WORDS, POSITION_WORDS } from './track-words.copy';

const kindOf = (facts: EventFacts) => KIND_WORDS[facts.payload['kind'] as MilestoneKind] ?? '';

/** What the timeline of a case says of its investigations. */
export const TRACK_EVENT_WORDS: WordsByType = {
  'track.opened': () => ({ title: 'Investigation followed' }),
  'milestone.recorded': (facts) => ({ title: kindOf(facts), detail: 'Recorded on the investigation.' }),
  'milestone.corrected': (facts) => ({
    title: kindOf(facts),
    detail: 'Recorded anew, to put an entry right.',
  }),
  'milestone.superseded': (facts) => ({ title: `Corrected: ${kindOf(facts)}` }),
  'milestone.withdrawn': (facts) => ({ title: `Withdrawn: ${kindOf(facts)}` }),
  'position.recorded': (facts) => ({
    title: 'The person’s own position recorded',
    detail: POSITION_WORDS[facts.payload['position'] as Position] ?? '',
  }),
  'position.corrected': () => ({ title: 'The person’s own position put right' }),
  'position.superseded': () => ({ title: 'An entry of the person’s position was corrected' }),
  'officer.took-over': () => ({ title: 'Officer in charge recorded' }),
  'contact-recheck.opened': ({ at }) => ({
    title: 'Urgent: ask again whether contact is safe',
    detail: `By ${at('dueAt')}.`,
  }),
  'contact-recheck.still-safe': () => ({ title: 'Contact asked about again: still safe' }),
  'contact-recheck.changed': () => ({ title: 'Contact asked about again: something changed' }),
  'contact-recheck.not-needed': () => ({ title: 'Contact need not be asked about again' }),
  'contact-recheck.overdue': () => ({ title: 'Nobody has asked again whether contact is safe' }),
  'contact-recheck.stepped-up': () => ({
    title: 'Nobody has asked again whether contact is safe still; the service managers are told',
  }),
};
