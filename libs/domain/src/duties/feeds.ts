import type { CodeEvent } from './code-events';

/** What somebody of the desk records on the rights page; everything else is told by milestones or by the referral. */
export const DESK_EVENTS = [
  'any_contact',
  'language_need_identified',
  'incident_date',
  'complaint_received',
  'complaint_answered',
] as const satisfies readonly CodeEvent[];
export type DeskEvent = (typeof DESK_EVENTS)[number];

/** What the referral itself tells. A milestone of an investigation may tell it too. */
export const REFERRAL_EVENTS = ['crime_reported'] as const satisfies readonly CodeEvent[];
