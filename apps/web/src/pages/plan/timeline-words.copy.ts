import type { WordsByType } from '../cases/event-words';

const ENDED: Readonly<Record<string, string>> = {
  'taken-back': 'Taken back.',
  'sharing-ended': 'Nothing is shared with them any more.',
  'worker-left': 'Its worker has left.',
  'case-closed': 'The case is closed.',
};

/** What the timeline of a case says of its plan, and of cover for whoever is away. */
export const PLAN_EVENT_WORDS: WordsByType = {
  'plan-lead.offered': () => ({
    title: 'Lead of the plan offered to a service',
    detail: 'It changes hands when they accept.',
  }),
  'plan-lead.accepted': () => ({ title: 'A service leads the plan' }),
  'plan-lead.asked-back': () => ({ title: 'The service asks to give the lead back' }),
  'plan-lead.declined': () => ({ title: 'The service gave the lead back' }),
  'plan-lead.withdrawn': () => ({ title: 'Offer of the lead ended' }),
  'plan-lead.ended': ({ reason }) => ({
    title: 'Whoever answers for the case leads the plan again',
    detail: ENDED[reason ?? ''] ?? '',
  }),
  'plan-contact.planned': ({ at }) => ({ title: 'Contact planned', detail: `For ${at('at')}.` }),
  'plan-contact.happened': () => ({ title: 'Planned contact took place' }),
  'plan-contact.not-happened': () => ({ title: 'Planned contact did not take place' }),
  'plan-contact.cancelled': () => ({ title: 'Planned contact taken out of the plan' }),
  'plan-topic.told': () => ({ title: 'Noted that something need not be asked again' }),
  'plan-topic.ended': () => ({ title: 'Noted that something may be asked again' }),
  'leave-cover.overdue': () => ({
    title: 'The owner is on leave and nobody covers this case',
    detail: 'The duty lead answers for it.',
  }),
  'leave-cover.stepped-up': () => ({ title: 'Nobody covers this case still; the service managers are told' }),
};
