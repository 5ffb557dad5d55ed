import type { DataClass } from '../consent';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';

/** What the person has told once and need not be asked again. A topic says that it was told, never what was said. */
export const TOLD_TOPICS = [
  'what-happened',
  'police-and-court',
  'how-to-contact',
  'home-and-safety',
  'health',
  'children-and-family',
  'access-and-language',
  'what-they-want',
] as const;
export type ToldTopic = (typeof TOLD_TOPICS)[number];

/** Which class of data a topic belongs to: another service learns that it was told only with consent for that class. */
export const TOPIC_CLASS: Readonly<Record<ToldTopic, DataClass>> = {
  'what-happened': 'incident',
  'police-and-court': 'investigation',
  'how-to-contact': 'safe-contact',
  'home-and-safety': 'needs',
  health: 'needs',
  'children-and-family': 'needs',
  'access-and-language': 'needs',
  'what-they-want': 'needs',
};

export interface ToldEntry {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly topic: ToldTopic;
  /** The service that was told. */
  readonly agencyId: AgencyId;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}
