import { SetWall } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { wallChoices } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';

describe('a wall before one worker of a service', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const requests = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  async function setWall(caseId: CaseId, before: string) {
    const { webWork, ids, persona, admin } = instance();
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ]);
    const input = {
      caseId,
      revision: row!.revision,
      kind: 'staff' as const,
      target: { kind: 'user' as const, userId: persona(before).userId },
      spareReferrer: false,
      sparesLeads: false,
      basis: 'person-said' as const,
    };
    const once = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  it('may be set where a request of the case names them, and the page offers them and nobody else of theirs', async () => {
    const [{ caseId }, other] = [await promise.refer(REPORTED), await promise.refer(REPORTED)];
    const unknown = { kind: 'refused', reason: 'unknown-target' };
    expect(await setWall(caseId, 'adviser')).toEqual(unknown);
    const requestId = await requests.sent(caseId);
    const { userId } = instance().persona('adviser');
    await requests.accept(await requests.now(requestId), 'coordinator', userId);
    const offered = await instance().webWork.read(instance().persona('lead'), (manager) =>
      wallChoices(manager, caseId),
    );
    expect(offered?.colleagues).toContain(userId);
    expect(offered?.colleagues).not.toContain(instance().persona('coordinator').userId);
    expect(await setWall(caseId, 'coordinator')).toEqual(unknown);
    expect(await setWall(other.caseId, 'adviser')).toEqual(unknown);
    expect(await setWall(caseId, 'adviser')).toMatchObject({ kind: 'set' });
    const found = await instance().webWork.read(instance().persona('adviser'), (manager) =>
      manager.query<{ n: number }[]>(
        'select count(*)::integer as n from app.service_request where request_id = $1',
        [requestId],
      ),
    );
    expect(found).toEqual([{ n: 0 }]);
  });
});
