import { DecideMatch, MatchReferrals, SetWall, type SetWallInput } from '#libs/casework';
import type { CaseId, MatchReviewId } from '#libs/domain';
import { MatchQueue } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);
let serial = 10;

beforeEach(() => instance().setNow('2026-03-02T12:00:00Z'));

async function alike() {
  serial += 1;
  const who = {
    nameToAskFor: 'Sample Plover',
    fullName: 'Sarah Plover',
    age: { kind: 'born', bornOn: `1988-05-${serial}` } as const,
    crimeReference: null,
  };
  const one = await acts.refer('2026-03-02T09:00:00Z', who);
  const other = await acts.refer('2026-03-02T09:30:00Z', who, 'officer-south');
  const { worker, workerWork, vault, ids } = instance();
  await caughtUp(instance(), new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
  return { one, other };
}

async function decide({ caseId }: ReferredCase, by = 'lead') {
  const { webWork, vault, ids, persona, admin } = instance();
  const [row] = await admin<{ review_id: MatchReviewId; revision: number }>(
    `select review_id, revision from app.match_review where $1 in (case_id, other_case_id)
       and 'same-birth' = any (evidence)`,
    [caseId],
  );
  if (!row) throw new Error('the two look alike');
  const input = {
    reviewId: row.review_id,
    revision: row.revision,
    decision: 'same-person',
    reason: 'details-agree',
    note: null,
  } as const;
  const once = await new DecideMatch(webWork, vault, ids).execute(persona(by), input, onlyOnce());
  return once.kind === 'done' ? once.result : once;
}

async function wall({ caseId }: ReferredCase, change: Partial<SetWallInput> = {}) {
  const { webWork, ids, persona, admin } = instance();
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    caseId,
  ]);
  const input: SetWallInput = {
    caseId,
    revision: row?.revision ?? 0,
    kind: 'staff',
    target: { kind: 'user', userId: persona('responder').userId },
    spareReferrer: false,
    sparesLeads: false,
    basis: 'person-said',
    ...change,
  };
  const once = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
  expect(once).toMatchObject({ result: { kind: 'set' } });
}

const sees = (who: string, caseId: CaseId) =>
  instance().webWork.read(instance().persona(who), async (manager) => {
    const rows = await manager.query<unknown[]>('select 1 from app.case_file where case_id = $1', [caseId]);
    return rows.length === 1;
  });

describe('joining records of which one is behind a wall', () => {
  it('P7 is refused while a wall stands around one of them alone, with the reason', async () => {
    const { one, other } = await alike();
    await wall(other);
    expect(await decide(one)).toEqual({ kind: 'refused', reason: 'walled' });
    const links = await instance().admin(
      'select 1 from app.person_link where $1 in (person_id, other_person_id)',
      [one.personId],
    );
    expect(links).toEqual([]);
  });

  it('P7 is refused while other walls stand around the two', async () => {
    const { one, other } = await alike();
    await wall(one);
    await wall(other, { target: { kind: 'user', userId: instance().persona('safeguarding').userId } });
    expect(await decide(one)).toEqual({ kind: 'refused', reason: 'walled' });
  });

  it('the way out: once a lead has put the same wall around both, they are joined', async () => {
    const { one, other } = await alike();
    await wall(other);
    await wall(one);
    expect(await decide(one)).toMatchObject({ kind: 'decided' });
    expect([await sees('responder', one.caseId), await sees('responder', other.caseId)]).toEqual([
      false,
      false,
    ]);
  });

  it('P7 a wall that is set on one of two linked records stands around the other from the same commit on', async () => {
    const { one, other } = await alike();
    expect(await decide(one, 'responder')).toMatchObject({ kind: 'decided' });
    await instance().admin('update app.case_file set owner_user_id = $2 where case_id = $1', [
      other.caseId,
      instance().persona('responder').userId,
    ]);
    await wall(one);
    expect([await sees('responder', one.caseId), await sees('responder', other.caseId)]).toEqual([
      false,
      false,
    ]);
    const [owner] = await instance().admin('select owner_user_id from app.case_file where case_id = $1', [
      other.caseId,
    ]);
    expect(owner).toEqual({ owner_user_id: instance().persona('lead').userId });
  });
});
