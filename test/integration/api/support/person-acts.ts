import type { TestApi } from './use-api';

/** Willow Advocacy (sample): the service of the persona `adviser`. */
export const WILLOW_ID = '00000000-0000-7000-8000-000000000006';
export const WILLOW = `agency:${WILLOW_ID}`;

export const YES = {
  recipient: WILLOW,
  purpose: 'support',
  decision: 'given',
  dataClasses: ['identity', 'safe-contact'],
  giver: 'person',
  how: 'by-phone',
};

export const OVERRIDE = {
  recipient: 'social-care',
  purpose: 'safeguarding',
  dataClasses: ['identity'],
  basis: 'child-at-risk',
  hours: 24,
  necessity: 'A sample reason that nobody else may read',
};

/** The ETag of a case as it stands, as the header that changes need. */
export async function readMatch(api: TestApi, caseId: string): Promise<{ 'if-match': string }> {
  const read = await (await api.as('responder')).get(`/api/v1/cases/${caseId}`);
  return { 'if-match': read.json<{ etag: string }>().etag };
}

export async function anAnswer(
  api: TestApi,
  caseId: string,
  dataClasses: readonly string[] = YES.dataClasses,
): Promise<string> {
  const path = `/api/v1/cases/${caseId}/consent/answers`;
  const answer = { ...YES, dataClasses };
  const recorded = await (await api.as('responder')).post(path, answer, await readMatch(api, caseId));
  if (recorded.statusCode !== 201) throw new Error(recorded.body);
  return recorded.json<{ entryIds: [string] }>().entryIds[0];
}

export async function anOverride(api: TestApi, caseId: string): Promise<string> {
  const path = `/api/v1/cases/${caseId}/overrides`;
  const asked = await (await api.as('responder')).post(path, OVERRIDE, await readMatch(api, caseId));
  if (asked.statusCode !== 201) throw new Error(asked.body);
  return asked.json<{ overrideId: string }>().overrideId;
}

/** Agreed, proposed and opened: the adviser may read it. */
export async function aShare(
  api: TestApi,
  caseId: string,
  dataClasses: readonly string[] = YES.dataClasses,
): Promise<string> {
  await anAnswer(api, caseId, dataClasses);
  const responder = await api.as('responder');
  const body = { agencyId: WILLOW_ID, purpose: 'support', dataClasses };
  const proposed = await responder.post(`/api/v1/cases/${caseId}/shares`, body);
  const { shareId } = proposed.json<{ shareId: string }>();
  const opened = await responder.post(`/api/v1/shares/${shareId}/open`, undefined, { 'if-match': '"1"' });
  if (opened.statusCode !== 200) throw new Error(opened.body);
  return shareId;
}

export async function aSearch(api: TestApi, body: object): Promise<string> {
  const begun = await (await api.as('responder')).post('/api/v1/person-searches', body);
  if (begun.statusCode !== 201) throw new Error(begun.body);
  return begun.json<{ id: string }>().id;
}

export const KNOWN = { nameToAskFor: 'Merlin Turnstone', ageInYears: undefined, bornOn: '1984-11-09' };

/** Somebody is referred again, looked up and chosen: the two are linked, and the link can be taken back. */
export async function aMatch(
  api: TestApi,
): Promise<{ matchId: string; caseId: string; otherCaseId: string }> {
  const responder = await api.as('responder');
  const known = await api.refer(KNOWN);
  const search = await aSearch(api, { name: 'Merlin Turnstone', bornOn: '1984-11-09' });
  const chosen = { answer: 'same-person', caseId: known.caseId };
  await responder.post(`/api/v1/person-searches/${search}/answer`, chosen);
  const again = await api.refer(KNOWN);
  const path = `/api/v1/person-searches/${search}/link`;
  const linked = await responder.post(path, { referralId: again.referralId });
  if (linked.statusCode !== 200) throw new Error(linked.body);
  const { matchId } = linked.json<{ matchId: string }>();
  return { matchId, caseId: again.caseId, otherCaseId: known.caseId };
}
