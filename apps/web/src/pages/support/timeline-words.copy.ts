import type { Lowering, SupportTask, SupportTaskKind, TaskMatter } from '#libs/domain';
import { calendarDay } from '../../formatting/moments';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { KIND_WORDS, LOWERING_WORDS, MATTER_WORDS, OUTCOME_WORDS } from './support.copy';

const task = ({ payload }: EventFacts) => {
  const { title } = KIND_WORDS[payload['kind'] as SupportTaskKind];
  const matter = payload['matter'];
  return typeof matter === 'string' ? `${title}: ${MATTER_WORDS[matter as TaskMatter].toLowerCase()}` : title;
};
const outcome = ({ reason }: EventFacts) => OUTCOME_WORDS[reason as NonNullable<SupportTask['outcome']>];
const day = ({ payload }: EventFacts, key: string) => {
  const on = payload[key];
  return typeof on === 'string' ? calendarDay(on) : '';
};

/** One plain sentence for each thing that a kind of support brings to a case. */
export const SUPPORT_EVENT_WORDS: WordsByType = {
  'support-task.opened': (facts) => ({
    title: task(facts),
    detail:
      facts.payload['plannedOn'] === null
        ? `To be done by ${facts.at('dueAt')}.`
        : `Planned for ${day(facts, 'plannedOn')}.`,
  }),
  'support-task.begun': (facts) => ({
    title: task(facts),
    detail: `Its day has come: by ${facts.at('dueAt')}.`,
  }),
  'support-task.taken': (facts) => ({ title: `${task(facts)}: a colleague made it theirs` }),
  'support-task.sent': (facts) => ({
    title: `${task(facts)}: sent`,
    detail: facts.reason === 'override' ? 'Under an override.' : 'With the person’s consent.',
  }),
  'support-task.acknowledged': (facts) => ({ title: `${task(facts)}: they have it` }),
  'support-task.done': (facts) => ({ title: `${task(facts)}: done`, detail: `${outcome(facts)}.` }),
  'support-task.not-needed': (facts) => ({
    title: `${task(facts)}: not needed`,
    detail: `${outcome(facts)}.`,
  }),
  'support-task.withdrawn': (facts) => ({
    title: `${task(facts)}: not wanted any more`,
    detail: `${outcome(facts)}.`,
  }),
  'domestic-abuse.flagged': (facts) => ({
    title: 'Domestic abuse flagged',
    detail: `Looked at again on ${day(facts, 'reviewOn')}.`,
  }),
  'domestic-abuse.lowered': ({ reason }) => ({
    title: 'The domestic abuse flag was taken down',
    detail: `${LOWERING_WORDS[reason as Lowering]}.`,
  }),
  'samples.recorded': (facts) => ({
    title: 'Stored samples recorded',
    detail: `Kept until ${day(facts, 'keptUntil')}.`,
  }),
  'samples.kept-on': () => ({ title: 'Stored samples are kept on, with a new date' }),
  'samples.ended': ({ reason }) => ({
    title: reason === 'with-police' ? 'The police have the samples' : 'The samples are no longer kept',
  }),
  'case.signposted': () => ({
    title: 'The person was told of other services',
    detail: 'Nothing was passed on.',
  }),
  'case.transfer-offered': () => ({
    title: 'The service of another area asked to take the person on',
    detail: 'The person agreed. The case and its clocks stay ours.',
  }),
  'case.transferred': () => ({ title: 'The service of another area has the person' }),
  'case.told-the-police': (facts) => ({
    title: 'The person reported to the police themselves',
    detail: `On ${day(facts, 'reportedOn')}.${facts.payload['wasAnonymous'] === true ? ' They were anonymous to us until then.' : ''}`,
  }),
  'case.crime-number-checked': () => ({ title: 'A colleague read the crime number again' }),
  'case.pathway-anonymous': () => ({ title: 'The person stays anonymous' }),
  'case.pathway-supporter': () => ({ title: 'Support for family and friends' }),
  'case.restart-begun': () => ({
    title: 'Support begins again',
    detail: 'A new referral was opened from this case.',
  }),
};
