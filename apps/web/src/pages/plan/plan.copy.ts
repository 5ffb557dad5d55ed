import type { OfferPlanLeadOutcome, PlanContactOutcome } from '#libs/casework';
import type { CloseContactRefusal, LeadRefusal, PlanContactWay, ToldTopic } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const PLAN = {
  title: 'One plan',
  intro:
    'Who leads, who supports the person, who is in touch next, and what they need not be asked again. Nothing of what was said stands here.',
  leads: 'Who leads',
  lead: 'Lead worker',
  leadOffer: 'Offered to',
  leadAway: (name: string) => `The duty lead, while ${name} is on leave`,
  leadTeam: 'The duty lead, for the team',
  leadElsewhere: (service: string) => `A worker of ${service}`,
  leadOffered: (service: string, when: string) =>
    `${service}, ${when}. Until one of their workers accepts, nothing changes.`,
  leadReturning: 'They ask to give the lead back. They lead until you take it.',
  offerLegend: 'Which service should lead?',
  offerSummary: 'Hand the lead to a service',
  offerHint:
    'One of their workers must accept. You answer for the case and its times either way; the lead is who the person deals with.',
  offerSubmit: 'Offer the lead',
  offerMissing: 'Select which service should lead',
  takeBack: 'Take the lead back',
  keepThere: 'Leave it with them',
  withdrawOffer: 'Take the offer back',
  supporting: 'Who supports them',
  service: 'Service',
  support: 'With what',
  since: 'Since',
  reads: 'What they read of this plan',
  ownDesk: 'First responders',
  onlyTold: 'No support yet: something is shared with them',
  noOthers: 'No other service supports them yet.',
  readsOwn: 'Their own part, and which service leads',
  readsOthers: 'who else supports them, and when they are next in touch',
  readsTopics: (topics: string) => `whether these were told: ${topics}`,
  readsAll: 'All of it.',
  deskSupport: 'First contact, and this case',
  readsHint: 'A service reads more as soon as the person agrees to it, and less as soon as they do not.',
  contacts: 'Next contacts',
  when: 'When',
  how: 'How',
  by: 'By',
  noContacts: 'No contact is planned.',
  passed: 'The time has passed. Say whether it took place.',
  promised: 'Call that was promised',
  happened: 'Took place',
  notHappened: 'Did not take place',
  cancel: 'Take out of the plan',
  planContact: 'Plan a contact',
  told: 'What need not be asked again',
  toldTo: (service: string, when: string) => `Told to ${service}, noted ${when}`,
  toldBy: (service: string, who: string, when: string) => `Told to ${service}, noted by ${who} ${when}`,
  nothingTold: 'Nothing is noted yet.',
  keepTold: 'Change what we were told',
  us: 'us',
  weAre: 'Us',
} as const;

export const WAYS: Readonly<Record<PlanContactWay, string>> = {
  call: 'Phone call',
  visit: 'Visit',
  appointment: 'Appointment at the service',
  video: 'Video call',
  message: 'Text or e-mail',
  review: 'Review of the plan together',
};

export const TOPICS: Readonly<Record<ToldTopic, string>> = {
  'what-happened': 'What happened',
  'police-and-court': 'Police and court',
  'how-to-contact': 'How to be in touch safely',
  'home-and-safety': 'Home and safety',
  health: 'Health',
  'children-and-family': 'Children and family',
  'access-and-language': 'Access and language',
  'what-they-want': 'What they want from support',
};

export const NEW_CONTACT = {
  title: 'Plan a contact',
  intro:
    'It contacts nobody and moves no time. Everybody who may read the plan sees that your service will be in touch, and when.',
  way: 'How will you be in touch?',
  wayMissing: 'Select how you will be in touch',
  submit: 'Add to the plan',
  saved: { title: 'It is in the plan.', lines: [] },
} as const;

export const AT = {
  legend: 'When?',
  hint: 'For example, 27 3 2026 and 4:30pm',
  missing: 'Enter the day',
  notADate: 'Enter a real date, such as 27 3 2026',
  timeMissing: 'Enter the time',
} as const;

export const KEEP_TOLD = {
  title: 'What we were told',
  intro:
    'Tick what the person has told your service, so that nobody asks them again. Write down nothing of it here.',
  legend: 'What have they told you?',
  submit: 'Save',
  saved: { title: 'Saved.', lines: ['Other services see a topic only where the person agreed to it.'] },
} as const;

export const SHARED_PLAN = {
  title: 'Plan for',
  intro:
    'Your part of the plan, and the rest as far as the person agreed. That you have looked at this is on record.',
  leads: 'Which service leads',
  youLead: 'You lead.',
  colleagueLeads: 'A colleague of yours leads.',
  closed:
    'The first responders have closed their case, so nothing is added to this plan. Your own support goes on as you agreed it.',
  anotherLeads: 'Another service leads. The first responders can reach it for you.',
  offered:
    'Your service is asked to lead. If you accept, you are the lead worker from this minute: the one whom the person deals with. The first responders go on answering for the case and its times.',
  accept: 'Accept the lead',
  decline: 'Do not take the lead',
  askBack: 'Ask to give the lead back',
  askedBack: 'You have asked to give the lead back. You lead until they take it.',
  onlyOwn: 'The person has not agreed that you read who else supports them.',
} as const;

export const LEAD_DONE = {
  offered: { title: 'Offered.', lines: ['Nothing changes until one of their workers accepts.'] },
  accept: { title: 'You lead from now on.', lines: [] },
  decline: { title: 'Given back.', lines: [] },
  withdraw: { title: 'The offer is taken back.', lines: [] },
  'ask-back': { title: 'Asked.', lines: ['You lead until they take it back.'] },
  keep: { title: 'They go on leading.', lines: [] },
  end: { title: 'The lead is with whoever answers for the case again.', lines: [] },
} as const;

export const CONTACT_DONE = {
  'note-happened': { title: 'Noted: it took place.', lines: [] },
  'note-not-happened': { title: 'Noted: it did not take place.', lines: [] },
  cancel: { title: 'It is out of the plan.', lines: [] },
} as const;

export const STALE =
  'Somebody changed who leads after you opened the page. Nothing was saved. Look at the plan again.';

export const OFFER_REFUSALS: RefusalCopy<Reasons<OfferPlanLeadOutcome>> = {
  'case-closed': { sentence: 'This case is closed, so its plan stays as it is.' },
  'not-yours-to-give': {
    sentence: 'A colleague answers for this case. Ask them, or a duty lead, to hand the lead on.',
  },
  'nothing-shared': {
    sentence:
      'Nothing is shared with that service, so it cannot lead. Share with them first, if the person agrees.',
    field: 'agencyId',
  },
  'led-elsewhere': {
    sentence: 'The lead is offered to a service, or with one, already. Take it back first.',
  },
};

export const LEAD_REFUSALS: RefusalCopy<LeadRefusal> = {
  'already-decided': { sentence: 'Somebody has answered this already. Look at the plan again.' },
  'not-for-you': { sentence: 'This is for somebody else to answer. Look at the plan again.' },
  'nothing-shared': { sentence: 'Nothing of this person is shared with your service any more.' },
};

export const CONTACT_REFUSALS: RefusalCopy<Reasons<PlanContactOutcome>> = {
  'not-ahead': { sentence: 'The time must be in the future', field: 'atDay' },
  'too-far-ahead': { sentence: 'The time must be within a year', field: 'atDay' },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to its plan.' },
};

export const CLOSE_REFUSALS: RefusalCopy<CloseContactRefusal> = {
  'already-noted': { sentence: 'Somebody has noted what became of it already. Look at the plan again.' },
  'not-yours': { sentence: 'Another service planned this, so it is theirs to say what became of it.' },
  'not-yet': { sentence: 'Its time has not come yet. Take it out of the plan if it is not to be.' },
};
