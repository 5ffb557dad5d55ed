import { endCase, RecordSamples, SuggestErasures } from '#libs/casework';
import type { CaseId, PersonId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';
import { ErasureActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new RequestActs(instance);
const erasing = new ErasureActs(instance);

beforeEach(() => instance().setNow(MONDAY));

/** The first contact is somebody else's now; what a service has accepted goes on. */
async function close(caseId: CaseId): Promise<void> {
  await instance().webWork.run(instance().persona('lead'), async (tx) => {
    const caseFile = await tx.cases.lock(caseId);
    if (caseFile === null) throw new Error('there is no such case');
    await endCase(tx, { caseFile, reason: 'redirected' });
  });
}

const suggest = () => new SuggestErasures(instance().workerWork, instance().ids).execute({ limit: 500 });
const erasuresOf = (personId: PersonId) =>
  instance().admin('select state from app.erasure where person_id = $1', [personId]);

describe('a record while a service supports the person after the case has closed', () => {
  it('is neither suggested for erasing by its age, nor proposed, nor slipped past the use case', async () => {
    const { caseId, personId, reference } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId), 'coordinator', instance().persona('adviser').userId);
    await acts.start(await acts.now(requestId));
    await close(caseId);
    expect(await acts.row(requestId)).toMatchObject({ state: 'active' });
    expect(await erasing.propose(reference)).toEqual({ kind: 'refused', reason: 'support-goes-on' });
    const { webWork, persona } = instance();
    const dpo = persona('dpo');
    const slipped = webWork.read(dpo, (manager) =>
      manager.query(
        `insert into app.erasure (erasure_id, person_id, case_id, reference, handling_agency_id, cause, state,
           proposed_by, proposed_at)
         values (uuidv7(), $1, $2, $3, $4, 'request', 'proposed', $5, app.service_now())`,
        [personId, caseId, reference, dpo.agencyId, dpo.userId],
      ),
    );
    await expect(slipped).rejects.toThrow('row-level security');
    await instance().setNow('2060-03-03T10:00:00Z');
    await suggest();
    expect(await erasuresOf(personId)).toEqual([]);
    await acts.end(await acts.now(requestId));
    expect(await erasing.propose(reference)).toMatchObject({ kind: 'proposed' });
  });

  it('is not suggested while samples are kept, and the person’s own request to be erased is heard all the same', async () => {
    const record = async () => {
      const { caseId, personId, reference } = await promise.refer(REPORTED);
      const { webWork, ids, persona } = instance();
      const input = { caseId, takenOn: '2026-03-01', keptUntil: '2056-03-01', remind: false };
      const once = await new RecordSamples(webWork, ids).execute(persona('responder'), input, onlyOnce());
      if (once.kind !== 'done') throw new Error(once.kind);
      expect(once.result).toMatchObject({ kind: 'recorded' });
      await close(caseId);
      return { personId, reference };
    };
    const [kept, asking] = [await record(), await record()];
    await instance().setNow('2055-03-03T10:00:00Z');
    await suggest();
    expect(await erasuresOf(kept.personId)).toEqual([]);
    expect(await erasing.propose(asking.reference)).toMatchObject({ kind: 'proposed' });
  });
});
