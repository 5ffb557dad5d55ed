import { MatchReferrals } from '#libs/casework';
import { boardCounts, CallHours, MatchQueue } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);
const NOW = '2026-03-02T12:00:00Z';

beforeEach(() => instance().setNow(NOW));

const restrict = ({ personId }: ReferredCase) =>
  instance().admin(
    `update app.person set restricted_at = app.service_now(), restricted_by_request = uuidv7() where person_id = $1`,
    [personId],
  );

const rows = (who: string, sql: string, values: readonly unknown[]) =>
  instance().webWork.read(instance().persona(who), async (manager) => {
    const found = await manager.query<unknown[]>(sql, [...values]);
    return found.length;
  });

const countOf = (who: string) =>
  instance().webWork.read(instance().persona(who), async (manager, now) => {
    const { userId } = instance().persona(who);
    return (await boardCounts(manager, { userId, since: null, callHours: new CallHours() }, now)).views.all;
  });

const keptFrom = async ({ caseId }: ReferredCase) => {
  const found = await instance().admin<{ key: string; kept: boolean }>(
    'select user_id as key, app.user_is_behind_wall($1, user_id) as kept from app.staff_user where user_id = any ($2)',
    [caseId, ['responder', 'lead', 'manager', 'dpo'].map((who) => instance().persona(who).userId)],
  );
  return Object.fromEntries(
    ['responder', 'lead', 'manager', 'dpo'].map((who) => [
      who,
      found.find(({ key }) => key === instance().persona(who).userId)?.kept,
    ]),
  );
};

describe('P7 somebody whose record is restricted', () => {
  it('is in no count of who may not read them, and in the count of who may', async () => {
    const before = { responder: await countOf('responder'), lead: await countOf('lead') };
    const found = await acts.refer('2026-03-02T09:00:00Z');
    await restrict(found);
    expect(await countOf('responder')).toBe(before.responder);
    expect(await countOf('lead')).toBe(before.lead + 1);
  });

  it('is told of in no mail, and given to nobody, who may not read them', async () => {
    const found = await acts.refer('2026-03-02T09:00:00Z');
    expect(await keptFrom(found)).toEqual({ responder: false, lead: false, manager: false, dpo: false });
    await restrict(found);
    expect(await keptFrom(found)).toEqual({ responder: true, lead: false, manager: true, dpo: false });
  });

  it('is compared with nobody', async () => {
    const who = {
      nameToAskFor: 'Sample Curlew',
      fullName: 'Sarah Curlew',
      age: { kind: 'born', bornOn: '1987-06-05' } as const,
      crimeReference: null,
    };
    const one = await acts.refer('2026-03-02T09:00:00Z', who);
    await restrict(one);
    await acts.refer('2026-03-02T09:30:00Z', who, 'officer-south');
    const { worker, workerWork, vault, ids, admin } = instance();
    await caughtUp(instance(), new MatchQueue(worker));
    const matching = new MatchReferrals(workerWork, vault, ids);
    while ((await matching.execute({ limit: 20 })) > 0);
    const found = await admin('select 1 from app.match_review where $1 in (case_id, other_case_id)', [
      one.caseId,
    ]);
    expect(found).toEqual([]);
  });
});

describe('P7 what stands around a person', () => {
  it('P8 who looked at somebody is not there for whom a wall keeps from them, though no case is named', async () => {
    const { personId, caseId } = await acts.refer('2026-03-02T09:00:00Z');
    const { admin, persona } = instance();
    const auditor = persona('auditor');
    await admin(
      `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
       values (now(), $1, 'first-responder', $2, $3, 'identity', 'search', sha256('a sample'))`,
      [persona('responder').userId, persona('responder').agencyId, personId],
    );
    const sql = 'select 1 from app.access_log where person_id = $1 and case_id is null';
    expect(await rows('auditor', sql, [personId])).toBe(1);
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at) select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $3, now()
       from app.case_file where case_id = $1`,
      [caseId, auditor.userId, persona('lead').userId],
    );
    expect(await rows('auditor', sql, [personId])).toBe(0);
  });

  it('a wall between two people, and so the conflict behind it, is there for duty leads and for no manager', async () => {
    const one = await acts.refer('2026-03-02T09:00:00Z');
    const other = await acts.refer('2026-03-02T09:00:00Z');
    const { admin, persona } = instance();
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, apart_from_person_id,
         spares_leads, basis, set_by, set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'conflict', $2, true, 'suspect-compared', $3, now()
       from app.case_file where case_id = $1`,
      [one.caseId, other.personId, persona('lead').userId],
    );
    const sql = 'select 1 from app.case_wall where case_id = $1';
    expect(await rows('lead', sql, [one.caseId])).toBe(1);
    expect(await rows('manager', sql, [one.caseId])).toBe(0);
    expect(await rows('manager', 'select 1 from app.case_file where case_id = $1', [one.caseId])).toBe(1);
  });

  it.each([
    'match',
    'wall',
    'break-glass',
    'information-request',
    'erasure',
    'legal-hold',
    'message-cancellation',
  ])(
    'P7 a journal entry of a %s that names no case is read by nobody who cannot see that record, but the auditor',
    async (kind) => {
      const { admin, persona, ids } = instance();
      const subject = ids.next<string>();
      const { userId, agencyId } = persona('lead');
      await admin(
        `insert into app.journal (era, subject_kind, subject_id, sequence, event_type, event_version, happened_at,
           recorded_at, actor_kind, actor_id, agency_id, payload, leaf_hash)
         values (1, $1, $2, 1, 'sample.happened', 1, now(), now(), 'staff', $3, $4, '{}', sha256('a sample'))`,
        [kind, subject, userId, agencyId],
      );
      const sql = 'select 1 from app.journal where subject_id = $1';
      const everybody = instance().pack.personas.map(({ key }) => key);
      for (const who of everybody) {
        expect({ who, seen: await rows(who, sql, [subject]) }).toEqual({
          who,
          seen: who === 'auditor' ? 1 : 0,
        });
      }
    },
  );
});
