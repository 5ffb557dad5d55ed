import type { ShareRead } from '#libs/casework';
import {
  CHANNELS,
  isoOf,
  mayContact,
  type CareAct,
  type DataClass,
  type Instant,
  type SafeContactCard,
} from '#libs/domain';
import type { SharedCodes } from '#libs/persistence';
import { availableOf } from '../access/available-action.view';
import type { SharedContactView, SharedRecordView } from './shared-record.view';

type Read = Extract<ShareRead, { kind: 'read' }>;

/** What a service reads and keeps of somebody whom it works with. */
const KEPT = [
  ['see-appointments', 'read-appointments', 'appointments'],
  ['see-needs', 'read-needs', 'needs'],
  ['see-outcomes', 'read-outcomes', 'outcomes'],
  ['see-feedback', 'read-feedback', 'feedback'],
  ['see-rights', 'list-duties', 'duties'],
] as const satisfies readonly (readonly [CareAct, string, string])[];

/** What was shared and nothing besides: each class of data on its own. */
export function sharedRecordView(
  read: Read,
  codes: SharedCodes,
  { now, care }: { readonly now: Instant; readonly care: readonly CareAct[] },
): SharedRecordView {
  const { share, dataClasses, card, names } = read;
  const path = `/api/v1/cases/${share.caseId}`;
  const only = <Value>(dataClass: DataClass, value: Value): Value | null =>
    dataClasses.includes(dataClass) ? value : null;
  const identity = names?.identity ?? null;
  return {
    id: share.id,
    caseId: share.caseId,
    reference: share.reference,
    purpose: share.purpose,
    dataClasses: [...dataClasses],
    readable: names !== null,
    identity: only(
      'identity',
      identity && { nameToAskFor: identity.nameToAskFor, fullName: identity.fullName },
    ),
    safeContact: card && contactView(card, names, now),
    incidents: only(
      'incident',
      codes.incidents.map(({ offenceGroup, whenBand, relationship }) => ({
        offenceGroup,
        whenBand,
        relationship,
      })),
    ),
    investigation: only('investigation', {
      reports: codes.reports.map(({ reportedAt, byPolice }) => ({ reportedAt: isoOf(reportedAt), byPolice })),
      crimeReference: names?.crimeReference ?? null,
    }),
    needs: only('needs', codes.person && { ...codes.person }),
    availableActions: availableOf(
      KEPT.map(([act, action, end]) => ({
        action,
        method: 'GET',
        href: `${path}/${end}`,
        may: care.includes(act),
      })),
    ),
  };
}

function contactView(card: SafeContactCard, names: Read['names'], now: Instant): SharedContactView {
  return {
    safeHours: card.windows,
    sayIfOtherAnswers: names?.words?.sayIfOtherAnswers ?? null,
    routes: card.routes.map(({ id, kind }) => {
      const safeNow = CHANNELS.filter(
        (channel) => mayContact({ card, routeId: id, channel, now }).kind === 'may',
      );
      const value = names?.routes.find(({ routeId }) => routeId === id)?.value ?? null;
      return { kind, value: safeNow.length > 0 ? value : null, safeNow };
    }),
  };
}
