import { ReadRequest } from '#libs/casework';
import type { CaseId, ErasureId, InformationRequestId, PersonId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DeskActs } from '../data-protection/support';
import { ErasureActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const desk = new DeskActs(instance);
const erasing = new ErasureActs(instance);

interface Asked {
  readonly requestId: InformationRequestId;
  readonly reference: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
}

async function asked(): Promise<Asked> {
  await instance().setNow('2026-03-02T10:05:00Z');
  const { reference, caseId, personId } = await acts.refer('2026-03-02T10:00:00Z');
  const requestId = await desk.received({ kind: 'erasure', caseReference: reference });
  await desk.change(requestId, { kind: 'confirm-identity', how: 'code-word' });
  return { requestId, reference, caseId, personId };
}

async function proposed(): Promise<Asked & { readonly erasureId: ErasureId }> {
  const request = await asked();
  await erasing.end(request.caseId);
  expect(await desk.change(request.requestId, { kind: 'propose-erasure' })).toMatchObject({
    kind: 'changed',
    request: { state: 'proposed', nextDue: 'answer' },
  });
  const [row] = await instance().admin<{ erasure_id: ErasureId }>(
    'select erasure_id from app.erasure where request_id = $1 order by proposed_at desc limit 1',
    [request.requestId],
  );
  return { ...request, erasureId: row!.erasure_id };
}

const standing = async (id: InformationRequestId) =>
  (
    await instance().admin<{ state: string; settlement: string | null; next_due: string | null }>(
      'select state, settlement, next_due from app.information_request where request_id = $1',
      [id],
    )
  )[0];

const read = (id: InformationRequestId) =>
  new ReadRequest(instance().webWork, instance().vault).execute(instance().persona('dpo'), id);

describe('a request to be erased', () => {
  it('is answered when two people have let the record go and its key is gone', async () => {
    const { requestId, erasureId, personId } = await proposed();
    for (const kind of ['withdraw', 'propose-erasure', 'unlink'] as const) {
      expect(await desk.change(requestId, { kind })).toEqual({ kind: 'refused', reason: 'erasure-decides' });
    }
    expect(await erasing.decide(erasureId, { kind: 'approve' })).toMatchObject({ state: 'approved' });
    expect((await standing(requestId))?.state).toBe('proposed');
    await erasing.carryOut();
    expect(await standing(requestId)).toEqual({ state: 'settled', settlement: 'erased', next_due: null });
    expect(await instance().vault.of(personId)).toEqual({ kind: 'unreadable' });
    expect(await read(requestId)).toMatchObject({ kind: 'read', words: null });
    await erasing.carryOut();
    const settled = await instance().admin(
      "select 1 from app.journal where subject_id = $1 and event_type = 'information-request.settled'",
      [requestId],
    );
    expect(settled).toHaveLength(1);
  });

  it.each(['decline', 'withdraw'] as const)(
    'is the desk’s again after a %s, with its clock, and may be put before somebody once more',
    async (how) => {
      const { requestId, erasureId } = await proposed();
      const decision =
        how === 'decline' ? ({ kind: how, reason: 'still-needed' } as const) : ({ kind: how } as const);
      await erasing.decide(erasureId, decision, how === 'decline' ? 'manager' : 'dpo');
      await erasing.carryOut();
      expect(await standing(requestId)).toEqual({ state: 'searching', settlement: null, next_due: 'answer' });
      expect(await desk.change(requestId, { kind: 'propose-erasure' })).toMatchObject({ kind: 'changed' });
      await erasing.carryOut();
      expect((await standing(requestId))?.state).toBe('proposed');
    },
  );

  it('takes up what the schedule suggested, so that there are never two erasures of one person', async () => {
    const { requestId, caseId, personId, reference } = await asked();
    await erasing.end(caseId);
    await instance().admin(
      `insert into app.erasure (erasure_id, person_id, case_id, reference, handling_agency_id, cause, outcome,
         rule_version, due_on, state, suggested_at)
       select $1, person_id, case_id, reference, handling_agency_id, 'retention', 'not-reached', 1, '2026-01-01',
         'suggested', now() from app.case_file where case_id = $2`,
      [instance().ids.next(), caseId],
    );
    expect(await desk.change(requestId, { kind: 'propose-erasure' })).toMatchObject({ kind: 'changed' });
    const rows = await instance().admin(
      'select state, cause, request_id, reference from app.erasure where person_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ state: 'proposed', cause: 'retention', request_id: requestId, reference }]);
  });

  it('meets an open case, an open safeguarding task, another open request and a hold, each by its name', async () => {
    const { requestId, reference, caseId, personId } = await asked();
    const refusal = async () => {
      const outcome = await desk.change(requestId, { kind: 'propose-erasure' });
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
    };
    expect(await refusal()).toBe('case-open');
    await erasing.end(caseId);
    const copy = await desk.received({ caseReference: reference });
    expect(await refusal()).toBe('request-open');
    await desk.change(copy, { kind: 'withdraw' });
    const { admin } = instance();
    await admin(
      `insert into app.safeguarding_task (task_id, kind, case_id, person_id, handling_agency_id, reference, state,
         opened_at, due_at, policy_version)
       select $1, 'child-under-13', case_id, person_id, handling_agency_id, reference, 'open', now(), now(), 1
       from app.case_file where case_id = $2`,
      [instance().ids.next(), caseId],
    );
    expect(await refusal()).toBe('safeguarding-open');
    await admin('delete from app.safeguarding_task where person_id = $1', [personId]);
    expect(await refusal()).toBe('changed');
  });

  it('waits for the key when a request comes in after the approval', async () => {
    const { requestId, erasureId, personId, reference } = await proposed();
    await erasing.decide(erasureId, { kind: 'approve' });
    const copy = await desk.received({ caseReference: reference });
    expect(await erasing.carryOut()).toBe(0);
    expect(await instance().vault.of(personId)).toMatchObject({ kind: 'open' });
    await desk.change(copy, { kind: 'withdraw' });
    expect(await erasing.carryOut()).toBe(1);
    expect((await standing(requestId))?.settlement).toBe('erased');
  });
});

describe('whom a request is about', () => {
  it('P13 what was written outlives a link to the wrong person, and that person’s erasure', async () => {
    const { caseId, personId, reference } = await asked().then(async (other) => {
      await desk.change(other.requestId, { kind: 'withdraw' });
      return other;
    });
    const id = await desk.received({ kind: 'erasure', words: 'Please delete what you have about me.' });
    const words = { words: { words: 'Please delete what you have about me.', name: 'Sample Wren' } };
    expect(await desk.change(id, { kind: 'link', caseReference: reference })).toMatchObject({
      kind: 'changed',
      request: { personId },
    });
    expect(await read(id)).toMatchObject(words);
    expect(await instance().vault.of(id)).toEqual({ kind: 'unreadable' });
    expect(await desk.change(id, { kind: 'link', caseReference: reference })).toEqual({
      kind: 'refused',
      reason: 'moved-on',
    });
    expect(await desk.change(id, { kind: 'unlink' })).toMatchObject({
      kind: 'changed',
      request: { personId: null, caseId: null },
    });
    expect(await read(id)).toMatchObject(words);
    await erasing.end(caseId);
    await erasing.approved(reference);
    await erasing.carryOut();
    expect(await instance().vault.of(personId)).toEqual({ kind: 'unreadable' });
    expect(await read(id)).toMatchObject(words);
  });

  it('is not changed once the search has begun, and by nobody but the desk', async () => {
    const { requestId } = await asked();
    expect(await desk.change(requestId, { kind: 'unlink' }, { by: 'lead' })).toEqual({ kind: 'not-found' });
    await instance().setNow('2026-03-02T11:00:00Z');
    const { reference } = await acts.refer('2026-03-02T10:30:00Z');
    const copy = await desk.received({ caseReference: reference });
    await desk.change(copy, { kind: 'confirm-identity', how: 'code-word' });
    await desk.beginReview(copy);
    expect(await desk.change(copy, { kind: 'unlink' })).toEqual({ kind: 'refused', reason: 'moved-on' });
  });
});
