import type { TestApi } from './use-api';

/** A DASH task on a case of its own, opened with a flag by the first responder. */
export async function aSupportTask(api: TestApi): Promise<string> {
  const { caseId } = await api.refer();
  const responder = await api.as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const flagged = await responder.post(`${path}/domestic-abuse`, {
    why: 'Sample words',
    reviewOn: '2026-10-01',
  });
  if (flagged.statusCode !== 201) throw new Error(flagged.body);
  const { tasks } = (await responder.get(`${path}/kinds-of-support`)).json<{
    tasks: { id: string; kind: string }[];
  }>();
  return tasks.find(({ kind }) => kind === 'dash')!.id;
}
