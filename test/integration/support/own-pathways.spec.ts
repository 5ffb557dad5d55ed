import {
  BeginSearch,
  CheckCrimeNumber,
  MatchReferrals,
  RecordPoliceReport,
  RecordSuspect,
  ShowSearch,
  SubmitReferral,
  type ReferralInput,
} from '#libs/casework';
import type { AgencyId, CaseId, IdentityFacts } from '#libs/domain';
import { MatchQueue, PostgresWallWork, wallDataSourceOptions } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { aReferral } from '#libs/testing';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { suspectsCompared } from '../../support/suspects-compared';
import { MONDAY, SupportActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new SupportActs(instance);

const ROUTE = {
  kind: 'mobile',
  value: '+447700900555',
  whose: null,
  call: 'yes',
  text: 'no',
  voicemail: 'no',
  email: 'unknown',
} as const;
/** Everything that two people of one household may share. */
const SHARED: Partial<ReferralInput> = {
  nameToAskFor: 'Sample Wren',
  fullName: 'Sample Jenny Wren',
  age: { kind: 'born', bornOn: '1991-03-07' },
  route: ROUTE,
};
const SUPPORTER = { kind: 'supporter', relation: 'partner' } as const;
const ANONYMOUS = { kind: 'anonymous', sarcCode: 'ZZ-SAMPLE-7' } as const;

async function matched(): Promise<void> {
  const { worker, workerWork, vault, ids } = instance();
  await caughtUp(instance(), new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
}

const reviewsOf = (caseId: CaseId) =>
  instance().admin('select 1 from app.match_review where case_id = $1 or other_case_id = $1', [caseId]);
const marksOf = (personId: string) =>
  instance().admin<{ kind: string }>('select kind from vault.search_mark where person_id = $1', [personId]);

async function foundBy(who: string, route: string = ROUTE.value): Promise<readonly string[]> {
  const { webWork, vault, ids, persona } = instance();
  const facts: IdentityFacts = {
    names: ['Sample Jenny Wren'],
    bornOn: '1991-03-07',
    ageBand: null,
    routes: [route],
    crimeReference: null,
  };
  const begun = await new BeginSearch(webWork, vault, ids).execute(
    persona(who),
    { facts, door: null },
    onlyOnce(),
  );
  if (begun.kind !== 'done' || begun.result.kind !== 'begun') throw new Error(JSON.stringify(begun));
  const shown = await new ShowSearch(webWork, vault).execute(persona(who), begun.result.searchId);
  if (shown.kind !== 'shown') throw new Error(shown.kind);
  return shown.found.map(({ candidate }) => candidate.caseId);
}

beforeEach(() => instance().setNow(MONDAY));

describe('a supporter', () => {
  it('P7 is a person and a case of their own, and neither side learns of the other', async () => {
    const supported = await promise.refer('2026-03-02T10:00:00Z', SHARED);
    await matched();
    const supporter = await acts.referred(SUPPORTER, SHARED);
    await matched();
    expect(supporter.personId).not.toBe(supported.personId);
    expect(await reviewsOf(supporter.caseId)).toEqual([]);
    expect(await reviewsOf(supported.caseId)).toEqual([]);
    expect(await marksOf(supporter.personId)).toEqual([]);
    expect(await foundBy('responder')).toEqual([supported.caseId]);
    for (const { caseId, personId } of [supporter, supported]) {
      const other = personId === supporter.personId ? supported : supporter;
      const told = JSON.stringify([
        await acts.eventsOf(caseId),
        await instance().admin('select * from app.person_link where person_id = $1 or other_person_id = $1', [
          personId,
        ]),
        await instance().admin('select * from app.case_file where case_id = $1', [caseId]),
        await instance().admin('select * from app.own_pathway where person_id = $1', [personId]),
      ]);
      for (const id of [other.caseId, other.personId]) expect(told).not.toContain(id);
    }
  });

  it('P7 stays out of every comparison when the one they support is referred after them', async () => {
    const route = { ...ROUTE, value: '+447700900556' };
    const supporter = await acts.referred(SUPPORTER, { ...SHARED, route });
    await matched();
    const supported = await promise.refer('2026-03-02T10:00:00Z', { ...SHARED, route });
    await matched();
    const both = await instance().admin<{ case_id: string }>(
      'select case_id from app.match_review where $1 in (case_id, other_case_id)',
      [supporter.caseId],
    );
    expect(both).toEqual([]);
    expect(await marksOf(supported.personId)).not.toEqual([]);
  });

  it('P7 is marked by nothing that comes later, whoever writes it', async () => {
    const supporter = await acts.referred(SUPPORTER, {
      ...SHARED,
      route: { ...ROUTE, value: '+447700900557' },
    });
    await instance().admin(
      `insert into vault.search_mark (person_id, kind, mark, handling_agency_id)
       select person_id, 'route', 7, handling_agency_id from app.case_file where case_id = $1`,
      [supporter.caseId],
    );
    await instance().admin('insert into app.match_task (referral_id, asked_at) values ($1, now())', [
      supporter.referralId,
    ]);
    expect(await marksOf(supporter.personId)).toEqual([]);
    expect(
      await instance().admin('select 1 from app.match_task where referral_id = $1', [supporter.referralId]),
    ).toEqual([]);
  });

  it('P7 is compared with suspects all the same, and only the wall and the lead learn of it', async () => {
    const supported = await promise.refer('2026-03-02T10:00:00Z', { nameToAskFor: 'Sample Linnet' });
    const name = 'Sample Smew Wigeon';
    const { database, vault, ids, persona } = instance();
    const source = await new DataSource(wallDataSourceOptions(database.url('wall'))).initialize();
    try {
      const once = await new RecordSuspect(new PostgresWallWork(source), vault, ids).execute(
        persona('responder'),
        { caseId: supported.caseId, names: [name], bornOn: '1991-03-07' },
        onlyOnce(),
      );
      expect(once).toMatchObject({ result: { kind: 'recorded' } });
    } finally {
      await source.destroy();
    }
    const rings = await acts.referred(SUPPORTER, { ...SHARED, nameToAskFor: 'Smew', fullName: name });
    await matched();
    await suspectsCompared(instance());
    const held = await instance().admin<{ other_person_id: string; state: string }>(
      'select other_person_id, state from wall.conflict where case_id = $1',
      [supported.caseId],
    );
    expect(held).toEqual([{ other_person_id: rings.personId, state: 'held' }]);
    expect(await marksOf(rings.personId)).toEqual([]);
    expect(JSON.stringify(await acts.eventsOf(rings.caseId))).not.toContain('conflict');
  });

  it('comes from their own call alone', async () => {
    expect(await acts.refer(SUPPORTER, { source: 'parent-or-carer' })).toEqual({
      kind: 'refused',
      reason: 'own-call-only',
    });
    expect(await acts.refer(SUPPORTER, { crimeReference: 'ZZ/1/26' })).toMatchObject({
      reason: 'crime-number-given',
    });
  });

  it('does not report to the police in the name of whom they support', async () => {
    const { caseId } = await acts.referred(SUPPORTER, { route: { ...ROUTE, value: '+447700900558' } });
    expect(await report(caseId)).toMatchObject({ reason: 'is-a-supporter' });
  });
});

const POLICE = '00000000-0000-7000-8000-000000000001' as AgencyId;

async function report(caseId: CaseId, change: object = {}, by = 'responder') {
  const { webWork, vault, persona } = instance();
  const input = {
    caseId,
    revision: await acts.revisionOf(caseId),
    policeAgencyId: POLICE,
    reportedOn: '2026-03-02',
    crimeReference: 'ZZ/000777/26',
    ...change,
  };
  const once = await new RecordPoliceReport(webWork, vault).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function check(caseId: CaseId, crimeReference: string, by = 'responder') {
  const { webWork, vault, persona } = instance();
  const input = { caseId, revision: await acts.revisionOf(caseId), crimeReference };
  const once = await new CheckCrimeNumber(webWork, vault).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

describe('somebody who stays anonymous', () => {
  const anonymous = (value: string, by = 'responder') =>
    acts.referred(
      ANONYMOUS,
      {
        ...SHARED,
        fullName: null,
        nameToAskFor: 'Heron',
        route: { ...ROUTE, value },
        source: by === 'sarc' ? 'sarc' : 'self',
      },
      by,
    );

  it('needs no name, has no crime number, and is found by nobody who searches', async () => {
    const { caseId, personId } = await anonymous('+447700900601');
    await matched();
    expect(await marksOf(personId)).toEqual([]);
    expect(await foundBy('responder')).not.toContain(caseId);
    expect(await foundBy('lead')).not.toContain(caseId);
    const kinds = await instance().admin<{ kind: string }>(
      'select kind from vault.person_record where person_id = $1 order by kind',
      [personId],
    );
    expect(kinds.map(({ kind }) => kind)).toContain('sarc-code');
    expect(kinds.map(({ kind }) => kind)).not.toContain('crime-reference');
  });

  it('may come through the referral centre itself, which reads nothing of it back', async () => {
    const { personId } = await anonymous('+447700900602', 'sarc');
    const { webWork, persona } = instance();
    const read = await webWork.run(persona('sarc'), (tx) => tx.pathways.find(personId));
    expect(read).toBeNull();
    expect(await webWork.run(persona('officer'), (tx) => tx.pathways.find(personId))).toBeNull();
    expect(await webWork.run(persona('responder'), (tx) => tx.pathways.find(personId))).toMatchObject({
      kind: 'anonymous',
    });
  });

  it('is never a child under 13, and never comes through the police', async () => {
    const child = { age: { kind: 'born', bornOn: '2015-06-01' } } as const;
    expect(await acts.refer(ANONYMOUS, child)).toEqual({ kind: 'refused', reason: 'sarc-closed-by-age' });
    expect(await acts.refer(ANONYMOUS, { source: 'police' })).toMatchObject({
      reason: 'not-from-the-police',
    });
    const before = await instance().admin('select 1 from app.case_file');
    await acts.refer(ANONYMOUS, child);
    expect(await instance().admin('select 1 from app.case_file')).toHaveLength(before.length);
  });

  it('reports to the police by their own act alone: the record gains the number, and the journal keeps both', async () => {
    const { caseId, personId } = await anonymous('+447700900603');
    expect(await report(caseId, { reportedOn: '2026-03-03' })).toMatchObject({ reason: 'in-the-future' });
    expect(await report(caseId, { policeAgencyId: '00000000-0000-7000-8000-000000000006' })).toMatchObject({
      reason: 'unknown-police',
    });
    for (const by of ['officer', 'sarc', 'auditor', 'manager'])
      expect(await report(caseId, {}, by)).toEqual({ kind: 'not-found' });
    expect(await report(caseId, { revision: 99 })).toMatchObject({ kind: 'stale' });
    expect(await report(caseId)).toEqual({ kind: 'recorded' });
    expect(await report(caseId)).toMatchObject({ reason: 'recorded-already' });
    const types = (await acts.eventsOf(caseId)).map(({ event_type }) => event_type);
    expect(types).toEqual(expect.arrayContaining(['case.pathway-anonymous', 'case.told-the-police']));
    expect(JSON.stringify(await acts.eventsOf(caseId))).not.toContain('ZZ/000777');
    const kinds = (await marksOf(personId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['birth', 'name-year', 'route']));
    expect(kinds).not.toContain('crime-reference');
    expect(await foundBy('responder', '+447700900603')).toContain(caseId);
    const [sealed] = await instance().admin<{ n: number }>(
      `select count(*)::integer as n from vault.person_record where person_id = $1 and kind = 'crime-reference'`,
      [personId],
    );
    expect(sealed).toEqual({ n: 1 });
  });

  it('is compared by a crime number once two people have written the same', async () => {
    const { caseId, personId } = await anonymous('+447700900605');
    expect(await check(caseId, 'ZZ/000777/26', 'lead')).toMatchObject({ reason: 'nothing-to-check' });
    await report(caseId);
    const marked = async () => (await marksOf(personId)).map(({ kind }) => kind);
    expect(await check(caseId, 'ZZ/000777/26')).toMatchObject({ reason: 'recorded-it' });
    expect(await check(caseId, 'ZZ/000778/26', 'lead')).toMatchObject({ reason: 'differs' });
    for (const by of ['officer', 'sarc', 'auditor', 'manager'])
      expect(await check(caseId, 'ZZ/000777/26', by)).toEqual({ kind: 'not-found' });
    expect(await marked()).not.toContain('crime-reference');
    expect(await check(caseId, 'zz 000777 26', 'lead')).toEqual({ kind: 'checked' });
    expect(await marked()).toContain('crime-reference');
    expect(await check(caseId, 'ZZ/000777/26', 'lead')).toMatchObject({ reason: 'checked-already' });
  });

  it('P7 nobody is taken out of what is compared later, past the use cases too', async () => {
    const built = aReferral()
      .with({ ...SHARED, source: 'self', crimeReference: null, reportedAt: null, agreement: 'agreed' })
      .with({ route: { ...ROUTE, value: '+447700900606' } })
      .build();
    const { vault, ids } = instance();
    const once = await new SubmitReferral(instance().webWork, vault, ids).execute(
      instance().persona('responder'),
      built,
      onlyOnce(),
    );
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(JSON.stringify(once));
    const { personId, caseId } = await acts.caseOf(once.result.referralId);
    const { webWork, persona } = instance();
    const opened = (kind: 'supporter' | 'anonymous') =>
      webWork.run(persona('responder'), (tx) =>
        tx.pathways.open({
          ...{ personId, caseId, kind, relation: kind === 'supporter' ? ('friend' as const) : null },
          handlingAgencyId: persona('responder').agencyId,
          ...{
            openedBy: persona('responder').userId,
            openedAt: tx.now,
            ended: null,
            endedBy: null,
            endedAt: null,
          },
        }),
      );
    await expect(opened('supporter')).rejects.toThrow('row-level security');
    await expect(opened('anonymous')).rejects.toThrow('row-level security');
    expect(await marksOf(personId)).not.toEqual([]);
  });

  it('P7 the police see nothing of it before or after', async () => {
    const { caseId, referralId } = await anonymous('+447700900604');
    await report(caseId);
    const { webWork, persona } = instance();
    const seen = await webWork.run(persona('officer'), async (tx) => [
      await tx.referrals.find(referralId),
      await tx.cases.find(caseId),
    ]);
    expect(seen).toEqual([null, null]);
  });

  it('nobody adds a police report to a referral that the police sent', async () => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    expect(await report(caseId)).toMatchObject({ reason: 'reported-from-the-start' });
  });
});
