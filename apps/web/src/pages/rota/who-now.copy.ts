import type { PageLevel } from '#libs/domain';

export const LEVELS: Readonly<Record<PageLevel, string>> = {
  'on-call': 'the person on call',
  'duty-lead': 'the duty leads',
  'service-manager': 'the service managers',
};

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

export const WHO_NOW = {
  title: 'Who gets alerts now',
  urgent: 'Urgent pages',
  overdueKey: 'Overdue alerts',
  nobodyKey: 'With nobody on call',
  nobody: 'Nobody is on call.',
  onLeave: 'On leave: change the shift',
  then: (who: string) => `Then ${who}.`,
  thenGap: (from: string) => `Then nobody, from ${from}.`,
  thenGapThen: (from: string, who: string) => `Then nobody, from ${from}. Next is ${who}.`,
  nobodyNext: 'Nobody is on the rota in the next 28 days.',
  noLead: 'Nobody has the duty lead role. Ask the service manager.',
  noManager: 'There is no service manager to step up to.',
  thenManagers: (who: string) => `If nobody says that they have it: ${who}.`,
  withNobody: 'The duty leads are told at once, and the referrer keeps the risk until somebody answers.',
  ladder: 'How a page climbs',
  rung: (who: string, count: number, every: string) => `To ${who} ${times(count)}, ${every} apart`,
  lastRung: (who: string, every: string) => `Then to ${who}, every ${every} until somebody answers`,
} as const;
