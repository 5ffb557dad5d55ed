import type { DataClass } from '../consent';
import type { AgencyId } from '../ids';
import type { PlanContact } from './plan-contact';
import { TOPIC_CLASS, type ToldEntry } from './told-topics';

/** One service that supports the person, and since when. */
export interface PlanSupporter<Since> {
  readonly agencyId: AgencyId;
  readonly since: Since;
}

/** Who reads a plan: a service, and for which classes of data it has a ground at this instant. */
export interface PlanReader {
  readonly agencyId: AgencyId;
  readonly may: (dataClass: DataClass) => boolean;
}

/** That somebody else supports the person, and when they are next in touch, is the fact of support. */
const OF_OTHERS: DataClass = 'support-fact';

/**
 * What a service reads of a plan (P6): its own part always, the others' contacts and names with consent for the fact of
 * support, and a topic with consent for the class it belongs to. Row-level security is what keeps the rows back on every
 * page; a test on PostgreSQL compares the two.
 */
export function visibleParts<Since>(
  plan: {
    readonly supporters: readonly PlanSupporter<Since>[];
    readonly contacts: readonly PlanContact[];
    readonly told: readonly ToldEntry[];
  },
  reader: PlanReader,
): typeof plan {
  const { agencyId, may } = reader;
  const others = may(OF_OTHERS);
  return {
    supporters: plan.supporters.filter((one) => one.agencyId === agencyId || others),
    contacts: plan.contacts.filter((one) => one.agencyId === agencyId || others),
    told: plan.told.filter((one) => one.agencyId === agencyId || may(TOPIC_CLASS[one.topic])),
  };
}
