import { readMatch, WILLOW, YES } from './person-acts';
import type { TestApi } from './use-api';

/** An adviser of Willow Advocacy (sample). */
export const WILLOW_ISVA = '00000000-0000-7000-8000-000000000309';
export const FIRST = { 'if-match': '"1"' };

/** A case whose person has agreed to these classes for Willow Advocacy, with an adviser proposed. */
export async function aProposal(
  api: TestApi,
  { dataClasses = ['identity', 'safe-contact', 'needs'] }: { readonly dataClasses?: readonly string[] } = {},
): Promise<{ readonly caseId: string; readonly id: string }> {
  const { caseId } = await api.refer();
  const responder = await api.as('responder');
  if (dataClasses.length > 0) {
    const answer = { ...YES, recipient: WILLOW, dataClasses };
    const path = `/api/v1/cases/${caseId}/consent/answers`;
    const agreed = await responder.post(path, answer, await readMatch(api, caseId));
    if (agreed.statusCode !== 201) throw new Error(agreed.body);
  }
  const body = { kind: 'isva', band: 'soon', serviceId: WILLOW_ISVA, reason: 'persons-choice' };
  const made = await responder.post(`/api/v1/cases/${caseId}/service-requests`, body);
  if (made.statusCode !== 201) throw new Error(made.body);
  return { caseId, id: made.json<{ id: string }>().id };
}

/** Proposed, agreed to and sent: it is in the inbox of Willow Advocacy. */
export async function aSentRequest(api: TestApi): Promise<{ readonly caseId: string; readonly id: string }> {
  const made = await aProposal(api);
  const responder = await api.as('responder');
  const sent = await responder.post(`/api/v1/service-requests/${made.id}/send`, undefined, FIRST);
  if (sent.statusCode !== 200) throw new Error(sent.body);
  return made;
}
