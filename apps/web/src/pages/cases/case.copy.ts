import type { AgeBand, ContactState, Fact } from '#libs/domain';

export const STATE_WORDS: Readonly<Record<ContactState, string>> = {
  'safety-check': 'Safety check to do',
  ready: 'Ready to call',
  attempting: 'Trying to reach them',
  'deferred-by-person': 'They asked us to wait',
  'no-safe-route': 'No safe way to reach them yet',
  unsafe: 'Someone else answered: check safety first',
  exhausted: 'All agreed attempts made',
  reached: 'Reached',
  'not-wanted': 'They have chosen not to have support',
  closed: 'Closed',
};

export const AGE_WORDS: Readonly<Record<AgeBand, string>> = {
  'under-13': 'Under 13',
  '13-15': '13 to 15',
  '16-17': '16 or 17',
  '18-24': '18 to 24',
  '25-39': '25 to 39',
  '40-59': '40 to 59',
  '60-plus': '60 or over',
};

export const FACT_WORDS: Readonly<Record<Fact, string>> = {
  'first-attempt': 'First attempt',
  'first-safe-reach': 'First reached',
  'first-conversation': 'First conversation',
  'first-engagement': 'First session of support',
};

export const OWNER_AWAY = 'The duty lead answers for this case';
