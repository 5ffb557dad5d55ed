import type { TestApi } from './use-api';

const RESPONDERS = ['responder', 'responder-two', 'lead'];
const CATALOGUE = [...RESPONDERS, 'manager', 'auditor', 'administrator', 'administrator-two'];

/** Who learns that a route of the Victims' Code is there at all. */
export const DUTY_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  listDuties: [...RESPONDERS, 'manager'],
  readDutyLedger: [...RESPONDERS, 'manager'],
  recordCodeEvent: RESPONDERS,
  grantEnhancedRights: RESPONDERS,
  deliverDuty: RESPONDERS,
  declineDuty: RESPONDERS,
  askDutyAgain: RESPONDERS,
  endDuty: RESPONDERS,
  correctDuty: RESPONDERS,
  listCodeVersions: CATALOGUE,
  readCodeVersion: CATALOGUE,
  compareCodeVersions: CATALOGUE,
};

/** Something that this service owes the person of a case, by an event that the desk records. */
export async function aDutyOf(api: TestApi, caseId: string): Promise<string> {
  const responder = await api.as('responder');
  const event = { event: 'complaint_received', happenedAt: '2026-08-03T10:00:00+01:00' };
  const told = await responder.post(`/api/v1/cases/${caseId}/code-events`, event);
  if (told.statusCode !== 201) throw new Error(told.body);
  const listed = await responder.get(`/api/v1/cases/${caseId}/duties`);
  const { duties } = listed.json<{ duties: { id: string; entitlement: string }[] }>();
  const duty = duties.find(({ entitlement }) => entitlement === 'R12.1');
  if (!duty) throw new Error(listed.body);
  return duty.id;
}

const DUTY = '/api/v1/duties/{id}';
const AT = '2026-08-03T11:00:00+01:00';

/** Every POST of the Victims' Code with a body it takes. */
export const DUTY_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  {
    path: '/api/v1/cases/{case}/code-events',
    by: 'responder',
    good: { event: 'complaint_received', happenedAt: AT },
  },
  {
    path: '/api/v1/cases/{case}/enhanced-rights',
    by: 'responder',
    good: { category: 'persistently-targeted' },
  },
  {
    path: `${DUTY}/deliveries`,
    by: 'responder',
    good: { at: AT, evidence: 'person-said', earlyReason: 'told-ahead' },
  },
  { path: `${DUTY}/declines`, by: 'responder', good: { choice: 'declined', at: AT, how: 'phone' } },
  { path: `${DUTY}/reinstatements`, by: 'responder', good: { at: AT } },
  { path: `${DUTY}/endings`, by: 'responder', good: { reason: 'entered-twice' } },
  { path: `${DUTY}/corrections`, by: 'responder', good: { correction: 'take-back' } },
];
