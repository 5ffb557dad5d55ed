import type { EventFacts, WordsByType } from './event-words';

const limb = ({ payload, limbName }: EventFacts) => limbName(String(payload['limb']));

/** What the timeline says of the clocks of a case, and of the alerts about them. */
export const DEADLINE_WORDS: WordsByType = {
  'deadline.set': (facts) => ({ title: `${limb(facts)}: clock set`, detail: `Due ${facts.at('dueAt')}.` }),
  'deadline.met': (facts) => ({ title: `${limb(facts)}: kept`, detail: `Spoken with ${facts.at('metAt')}.` }),
  'deadline.breached': (facts) => ({
    title: `${limb(facts)}: deadline passed`,
    detail: `It was due ${facts.at('dueAt')}.`,
  }),
  'deadline.passed-again': (facts) => ({
    title: `${limb(facts)}: deadline passed again`,
    detail: `It was due ${facts.at('dueAt')}.`,
  }),
  'deadline.done-late': (facts) => ({
    title: `${limb(facts)}: spoken with after the deadline`,
    detail: `It was due ${facts.at('dueAt')}.`,
  }),
  'deadline.met-on-confirmation': (facts) => ({ title: `${limb(facts)}: kept, as a colleague confirmed` }),
  'deadline.met-on-correction': (facts) => ({ title: `${limb(facts)}: kept, after the start was corrected` }),
  'deadline.missed-on-correction': (facts) => ({
    title: `${limb(facts)}: not kept, after the start was corrected`,
  }),
  'deadline.running-again': (facts) => ({
    title: `${limb(facts)}: running again`,
    detail: 'The start was corrected, or what it rested on was not confirmed.',
  }),
  'deadline.cancelled': (facts) => ({ title: `${limb(facts)}: no longer running` }),
  'deadline.moved': (facts) => ({
    title: `${limb(facts)}: moved, because ${facts.reason === 'holiday-proclaimed' ? 'a bank holiday was added' : 'the start was corrected'}`,
    detail: `Now due ${facts.at('dueAt')}.`,
  }),
  'deadline.adjusted': (facts) => ({
    title: `${limb(facts)}: an adjusted time stands beside it`,
    detail: facts.payload['adjustedDueAt'] === null ? 'None any more.' : `${facts.at('adjustedDueAt')}.`,
  }),
  'alert.raised': (facts) => ({ title: 'Alert raised', detail: `${limb(facts)}: ${alertLevel(facts)}.` }),
  'alert.acknowledged': () => ({ title: 'Alert acknowledged' }),
};

function alertLevel({ payload }: EventFacts): string {
  switch (payload['level']) {
    case 'warning':
      return 'the owner was warned';
    case 'service-manager':
      return 'stepped up to the service manager';
    default:
      return 'the duty lead was told';
  }
}
