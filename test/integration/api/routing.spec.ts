import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Candidate {
  readonly serviceId: string;
  readonly mayBeChosen: boolean;
}

interface Read {
  readonly latest: {
    readonly id: string;
    readonly answer: { readonly answers: readonly { kind: string; candidates: Candidate[] }[] };
  } | null;
  readonly choices: readonly object[];
}

it('keeps an answer with its reasons, and another choice with why', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}/routing`;
  expect((await responder.get(path)).json<Read>().latest).toBeNull();

  const routed = await responder.post(path, { wanted: ['isva'], hoursAgo: 30, workerGender: 'woman' });
  expect(routed.statusCode).toBe(201);
  const { decisionId } = routed.json<{ decisionId: string }>();
  const { latest } = (await responder.get(path)).json<Read>();
  expect(latest?.id).toBe(decisionId);
  const isva = latest?.answer.answers.find(({ kind }) => kind === 'isva');
  const other = isva?.candidates.find(({ mayBeChosen }) => mayBeChosen);
  expect(other).toBeDefined();

  const choice = { decisionId, kind: 'isva', serviceId: other?.serviceId, reason: 'known-worker' };
  const chosen = await responder.post(`${path}/choices`, { ...choice, note: 'Sample words' });
  expect(chosen.statusCode).toBe(201);
  const after = await responder.get(path);
  expect(after.json<Read>().choices).toEqual([expect.objectContaining(choice)]);
  expect(after.body).not.toContain('Sample words');
  expect((await responder.post(`${path}/choices`, choice)).json().reason).toBe('chosen-already');

  await responder.post(path, { wanted: ['counselling'] });
  const late = await responder.post(`${path}/choices`, choice);
  expect([late.statusCode, late.json().reason]).toEqual([409, 'newer-answer']);
});

it('shows and takes nothing of a case for those who do not handle it', async () => {
  const { caseId } = await api().refer();
  const path = `/api/v1/cases/${caseId}/routing`;
  for (const persona of ['officer', 'administrator', 'commissioner', 'coordinator']) {
    const client = await api().as(persona);
    expect((await client.get(path)).statusCode).toBe(404);
    expect((await client.post(path, { wanted: ['isva'] })).statusCode).toBe(404);
  }
  expect((await (await api().as('manager')).post(path, { wanted: ['isva'] })).statusCode).toBe(404);
});
