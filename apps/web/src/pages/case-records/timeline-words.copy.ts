import type { Risk, RiskEnding } from '#libs/domain';
import { ABOUT_WORDS, POINT_WORDS } from '../feedback/feedback.copy';
import { PLACE_WORDS, REASON_WORDS } from '../appointments/appointments.copy';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { ENDING_WORDS, RISK_WORDS } from '../needs/needs.copy';

const risk = ({ payload }: EventFacts) => RISK_WORDS[payload['risk'] as Risk];
const where = ({ payload }: EventFacts) => PLACE_WORDS[payload['place'] as keyof typeof PLACE_WORDS];
const why = ({ reason }: EventFacts) => `${REASON_WORDS[reason as keyof typeof REASON_WORDS]}.`;

/** One plain sentence for each record of somebody's support; complaints are told to nobody who reads a case. */
export const CARE_EVENT_WORDS: WordsByType = {
  'needs.assessed': () => ({ title: 'The areas of need were gone through' }),
  'risk.raised': (facts) => ({ title: `Risk recorded: ${risk(facts).toLowerCase()}` }),
  'risk.reviewed': (facts) => ({ title: `Risk looked at, and still so: ${risk(facts).toLowerCase()}` }),
  'risk.closed': (facts) => ({
    title: `Risk closed: ${risk(facts).toLowerCase()}`,
    detail: `${ENDING_WORDS[facts.reason as RiskEnding]}.`,
  }),
  'outcomes.recorded': () => ({ title: 'How it goes for the person was recorded' }),
  'outcomes.corrected': () => ({ title: 'An answer on how it goes for the person was corrected' }),
  'feedback.recorded': ({ payload }) => ({
    title: 'What the person says of services was recorded',
    detail: `${ABOUT_WORDS[payload['about'] as keyof typeof ABOUT_WORDS]}. ${POINT_WORDS[payload['point'] as keyof typeof POINT_WORDS]}.`,
  }),
  'equality.answered': () => ({ title: 'The equality questions were asked' }),
  'appointment.booked': (facts) => ({
    title: `Appointment booked for ${facts.at('startsAt')}`,
    detail: `${where(facts)}.`,
  }),
  'appointment.confirmed': (facts) => ({
    title: `The person confirmed the appointment of ${facts.at('startsAt')}`,
  }),
  'appointment.moved': (facts) => ({
    title: `The appointment of ${facts.at('startsAt')} was moved`,
    detail: why(facts),
  }),
  // A death cancels whatever was booked, without a word of when and where.
  'appointment.cancelled': (facts) =>
    facts.payload['startsAt'] === undefined
      ? { title: 'An appointment was cancelled' }
      : { title: `The appointment of ${facts.at('startsAt')} was cancelled`, detail: why(facts) },
  'appointment.attended': (facts) => ({ title: `The appointment of ${facts.at('startsAt')} took place` }),
  'appointment.not-attended': (facts) => ({
    title: `The appointment of ${facts.at('startsAt')} did not take place`,
    detail: why(facts),
  }),
};
