import { DecideProposal, ProposeChange, ReplayDraft, SetWall, TryRouting } from '#libs/casework';
import {
  ROUTING_TABLE,
  type CaseId,
  type PersonId,
  type ProposalId,
  type RoutingDecision,
  type RoutingTable,
} from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { CENTRE, RoutingActs, SERICC, WILLOW, WILLOW_AGENCY } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const routing = new RoutingActs(instance);

async function referred(): Promise<ReferredCase> {
  await instance().setNow('2026-03-02T10:05:00Z');
  return acts.refer('2026-03-02T10:00:00Z');
}

async function seen(persona: string, sql: string, values: readonly unknown[] = []): Promise<number> {
  const rows = await instance().webWork.read(instance().persona(persona), (manager) =>
    manager.query<{ n: number }[]>(`select count(*)::integer as n from (${sql}) found`, [...values]),
  );
  return rows[0]!.n;
}

async function setWall(caseId: CaseId, agencyId: string): Promise<void> {
  const { webWork, ids, persona, admin } = instance();
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    caseId,
  ]);
  const input = {
    caseId,
    revision: row!.revision,
    kind: 'staff' as const,
    target: { kind: 'agency' as const, agencyId: agencyId as never },
    spareReferrer: false,
    sparesLeads: false,
    basis: 'colleague-said' as const,
  };
  const once = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
  if (once.kind !== 'done' || once.result.kind !== 'set') throw new Error(JSON.stringify(once));
}

const candidatesOf = ({ answers }: RoutingDecision, kind: string) =>
  answers.find((answer) => answer.kind === kind)?.candidates.map(({ serviceId }) => serviceId);

describe('routing a case', () => {
  it('keeps the answer with its facts in codes, its reasons and the version of the rules', async () => {
    const { caseId } = await referred();
    const id = await routing.routed(caseId, { hoursAgo: 20, workerGender: 'woman' });
    const { answer, facts } = await routing.kept(id);
    expect(answer.tableVersion).toBe(1);
    expect(answer.first?.kind).toBe('sarc');
    expect(candidatesOf(answer, 'sarc')).toEqual([CENTRE]);
    expect(candidatesOf(answer, 'isva')).toContain(WILLOW);
    for (const { candidates, rejected } of answer.answers)
      for (const { reasons } of [...candidates, ...rejected]) expect(reasons.length).toBeGreaterThan(0);
    expect(facts).toMatchObject({ workerGender: 'woman', hoursSince: { least: 20, most: 21 } });
    expect(facts).not.toHaveProperty('barredAgencies');
    const events = await instance().admin<{ payload: object }>(
      `select payload from app.journal where case_id = $1 and event_type = 'case.routed'`,
      [caseId],
    );
    expect(events).toEqual([{ payload: expect.objectContaining({ decisionId: id, tableVersion: 1 }) }]);
  });

  it('knows of a report to the police that came later, and of a domestic-abuse flag while it stands', async () => {
    const { caseId } = await referred();
    const { admin, persona } = instance();
    await admin(
      `with r as (select referral_id, report_id from app.referral join app.case_file using (referral_id) where case_id = $1),
         t as (update app.report set channel = 'received' where report_id in (select report_id from r))
       update app.incident set relationship = 'stranger' where report_id in (select report_id from r)`,
      [caseId],
    );
    const factsNow = async () => (await routing.kept(await routing.routed(caseId))).facts;
    expect(await factsNow()).toMatchObject({ reported: false, domesticAbuse: false });
    await admin(
      `insert into app.police_link (case_id, person_id, handling_agency_id, police_agency_id, reported_on, recorded_by,
         recorded_at)
       select c.case_id, c.person_id, c.handling_agency_id, a.agency_id, '2026-03-02', $2, now()
       from app.case_file c, app.agency a where c.case_id = $1 and a.kind = 'police' limit 1`,
      [caseId, persona('responder').userId],
    );
    await admin(
      `insert into app.domestic_abuse_flag (flag_id, case_id, person_id, handling_agency_id, raised_by, raised_at,
         review_on)
       select gen_random_uuid(), case_id, person_id, handling_agency_id, $2, now(), '2026-05-01'
       from app.case_file where case_id = $1`,
      [caseId, persona('responder').userId],
    );
    expect(await factsNow()).toMatchObject({ reported: true, domesticAbuse: true });
    await admin(
      `update app.domestic_abuse_flag set lowering = 'was-a-mistake', lowered_by = $2, lowered_at = now()
       where case_id = $1`,
      [caseId, persona('responder').userId],
    );
    expect(await factsNow()).toMatchObject({ reported: true, domesticAbuse: false });
  });

  it('is for those who call, on their own cases, while they are open', async () => {
    const { caseId } = await referred();
    for (const by of [
      'officer',
      'manager',
      'auditor',
      'administrator',
      'commissioner',
      'sarc',
      'coordinator',
    ])
      expect(await routing.route(caseId, {}, by)).toEqual({ kind: 'not-found' });
    const unknown = '01920000-0000-7000-8000-000000000000' as CaseId;
    expect(await routing.route(unknown)).toEqual({ kind: 'not-found' });
    expect(await routing.route(caseId, { wanted: [] })).toEqual({
      kind: 'refused',
      reason: 'nothing-wanted',
    });
    expect(await routing.route(caseId, {}, 'lead')).toMatchObject({ kind: 'routed' });
  });

  it('P7: answers are read by those who handle the case and by auditors, and nobody else', async () => {
    const { caseId } = await referred();
    await routing.routed(caseId);
    const sql = 'select 1 from app.routing_decision where case_id = $1';
    for (const [persona, n] of [
      ['responder', 1],
      ['lead', 1],
      ['manager', 1],
      ['auditor', 1],
      ['officer', 0],
      ['sarc', 0],
      ['coordinator', 0],
      ['commissioner', 0],
      ['administrator', 0],
      ['dpo', 0],
    ] as const)
      expect([persona, await seen(persona, sql, [caseId])]).toEqual([persona, n]);
  });

  it('P7: never suggests an agency behind a wall, and tells nobody but a lead why', async () => {
    const { caseId, personId } = await referred();
    await setWall(caseId, WILLOW_AGENCY);
    const id = await routing.routed(caseId);
    const { answer, facts } = await routing.kept(id);
    expect(candidatesOf(answer, 'isva')).not.toContain(WILLOW);
    const isva = answer.answers.find(({ kind }) => kind === 'isva');
    const rejected = isva?.rejected.find(({ serviceId }) => serviceId === WILLOW);
    expect(rejected?.reasons).toContainEqual({ code: 'not-suitable' });
    expect(JSON.stringify(facts)).not.toContain(WILLOW_AGENCY);
    const choice = { caseId, decisionId: id, kind: 'isva', serviceId: WILLOW, reason: 'safety' } as const;
    expect(await routing.override(choice)).toEqual({ kind: 'refused', reason: 'lead-decides' });
    expect(await routing.override(choice, 'lead')).toEqual({ kind: 'refused', reason: 'never' });
    await expect(barred('responder', personId)).resolves.toEqual([WILLOW_AGENCY]);
    await expect(barred('coordinator', personId)).resolves.toEqual([]);
    await expect(barred('administrator', personId)).resolves.toEqual([]);
  });

  it('P7: bars an agency that supports somebody from whom the person is kept apart', async () => {
    const [one, other] = [await referred(), await referred()];
    await instance().admin(
      `insert into app.share (share_id, case_id, person_id, handling_agency_id, reference, agency_id, purpose,
         data_classes, state, proposed_by, proposed_at, opened_by, opened_at)
       select gen_random_uuid(), c.case_id, c.person_id, c.handling_agency_id, c.reference, $2, 'support', '{needs}',
         'open', $3, now(), $3, now() from app.case_file c where c.case_id = $1`,
      [other.caseId, WILLOW_AGENCY, instance().persona('responder').userId],
    );
    expect(candidatesOf((await routing.kept(await routing.routed(one.caseId))).answer, 'isva')).toContain(
      WILLOW,
    );
    await instance().admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, apart_from_person_id,
         spares_leads, basis, set_by, set_at)
       select gen_random_uuid(), $1, c.case_id, c.handling_agency_id, 'conflict', $2, true, 'suspect-compared', $3, now()
       from app.case_file c where c.case_id = $4`,
      [one.personId, other.personId, instance().persona('lead').userId, one.caseId],
    );
    const { answer } = await routing.kept(await routing.routed(one.caseId));
    expect(candidatesOf(answer, 'isva')).not.toContain(WILLOW);
  });

  it('P7: is not to be asked about a case behind a wall, and the answers disappear with it', async () => {
    const { caseId } = await referred();
    await routing.routed(caseId);
    const { admin, persona } = instance();
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at)
       select gen_random_uuid(), c.person_id, c.case_id, c.handling_agency_id, 'staff', $2, 'colleague-said', $3, now()
       from app.case_file c where c.case_id = $1`,
      [caseId, persona('responder').userId, persona('lead').userId],
    );
    expect(await routing.route(caseId)).toEqual({ kind: 'not-found' });
    expect(await seen('responder', 'select 1 from app.routing_decision where case_id = $1', [caseId])).toBe(
      0,
    );
    expect(await seen('lead', 'select 1 from app.routing_decision where case_id = $1', [caseId])).toBe(1);
  });

  it('is appended and never changed, whoever tries', async () => {
    const { caseId } = await referred();
    const id = await routing.routed(caseId);
    for (const sql of [
      `update app.routing_decision set table_version = 9 where decision_id = $1`,
      `delete from app.routing_decision where decision_id = $1`,
    ])
      await expect(instance().admin(sql, [id])).rejects.toThrow();
    await expect(
      instance().webWork.read(instance().persona('responder'), (manager) =>
        manager.query(`update app.routing_decision set table_version = 9`),
      ),
    ).rejects.toThrow();
  });
});

function barred(persona: string, personId: PersonId): Promise<readonly string[]> {
  return instance().webWork.run(instance().persona(persona), (tx) => tx.routing.barredAgencies(personId));
}

describe('choosing another service', () => {
  it('needs the newest answer and a service of it, and seals the words', async () => {
    const { caseId, personId } = await referred();
    const old = await routing.routed(caseId, { wanted: ['isva', 'counselling'] });
    const id = await routing.routed(caseId, { wanted: ['isva', 'counselling'] });
    const { answer } = await routing.kept(id);
    const second = answer.answers.find(({ kind }) => kind === 'isva')?.candidates[1];
    if (second === undefined) throw new Error('the area has two services for advisers');
    const choice = { caseId, kind: 'isva', serviceId: second.serviceId, reason: 'persons-choice' } as const;
    expect(await routing.override({ ...choice, decisionId: old })).toEqual({
      kind: 'refused',
      reason: 'newer-answer',
    });
    expect(await routing.override({ ...choice, decisionId: id, kind: 'counselling' })).toEqual({
      kind: 'refused',
      reason: 'not-answered',
    });
    expect(await routing.override({ ...choice, decisionId: id }, 'officer')).toEqual({ kind: 'not-found' });
    const note = 'A sample reason in words';
    expect(await routing.override({ ...choice, decisionId: id, note })).toMatchObject({ kind: 'overridden' });
    expect(await routing.override({ ...choice, decisionId: id })).toEqual({
      kind: 'refused',
      reason: 'chosen-already',
    });
    const [sealed] = await instance().admin<{ sealed: Buffer }>(
      `select sealed from vault.person_record where person_id = $1 and kind = 'routing-note'`,
      [personId],
    );
    expect(sealed?.sealed.includes(Buffer.from(note))).toBe(false);
  });

  it('of a service that nobody has confirmed is for the duty lead, who is shown it all the same', async () => {
    const { caseId } = await referred();
    await instance().admin(
      `update app.referral set district = 'E07000073'
       where referral_id = (select referral_id from app.case_file where case_id = $1)`,
      [caseId],
    );
    const id = await routing.routed(caseId, { wanted: ['isva', 'counselling'] });
    const { answer } = await routing.kept(id);
    const given = (kind: string) => answer.answers.find((one) => one.kind === kind);
    expect(given('isva')?.candidates).toContainEqual(
      expect.objectContaining({ serviceId: SERICC, unconfirmed: true }),
    );
    expect(given('counselling')?.decidedBy).toEqual({
      role: 'duty-lead',
      reason: 'two-services-agree',
      ruleId: 'west-shared',
    });
    const choice = {
      caseId,
      decisionId: id,
      kind: 'isva',
      serviceId: SERICC,
      reason: 'confirmed-by-service',
    } as const;
    expect(await routing.override(choice)).toEqual({ kind: 'refused', reason: 'lead-decides' });
    expect(await routing.override(choice, 'lead')).toMatchObject({ kind: 'overridden' });
  });
});

describe('the rules', () => {
  const propose = async (body: RoutingTable, basedOnVersion: number, by = 'administrator') => {
    const { webWork, ids, persona } = instance();
    const input = {
      kind: 'routing' as const,
      subject: ROUTING_TABLE,
      basedOnVersion,
      body,
      effectiveFrom: null,
      reason: 'learning-from-practice' as const,
    };
    const once = await new ProposeChange(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };
  const approve = async (proposalId: ProposalId, by: string) => {
    const { webWork, persona } = instance();
    const change = { proposalId, decision: { kind: 'approve' as const }, revision: 1 };
    const once = await new DecideProposal(webWork).execute(persona(by), change, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  };

  it('change by two people: one proposes, another approves, and only later answers go by them', async () => {
    const { caseId } = await referred();
    const before = await routing.table();
    const rule = {
      id: 'prefer-willow',
      title: 'Willow first',
      when: { reported: true },
      then: { kind: 'prefer' as const, services: [WILLOW] },
    };
    const body: RoutingTable = { ...before, version: 2, rules: [...before.rules, rule] };
    for (const by of ['manager', 'lead', 'auditor', 'responder', 'officer', 'coordinator'])
      expect(await propose(body, 1, by)).toEqual({ kind: 'not-found' });
    expect(await propose({ ...body, rules: [] }, 1)).toEqual({
      kind: 'impossible',
      faults: ['routing-no-forensic-rule'],
    });
    expect(await propose({ ...body, version: 5 }, 1)).toEqual({
      kind: 'impossible',
      faults: ['routing-another-version'],
    });
    const proposed = await propose(body, 1);
    if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
    const { proposalId } = proposed;
    expect(await approve(proposalId, 'administrator')).toEqual({ kind: 'refused', reason: 'same-person' });
    expect(await approve(proposalId, 'lead')).toEqual({ kind: 'not-found' });
    expect(await approve(proposalId, 'manager')).toMatchObject({ kind: 'decided', state: 'approved' });
    expect((await routing.kept(await routing.routed(caseId))).answer.tableVersion).toBe(1);
    await instance().setNow('2026-03-02T10:10:00Z');
    const { answer } = await routing.kept(await routing.routed(caseId));
    expect(answer.tableVersion).toBe(2);
    expect(answer.answers.find(({ kind }) => kind === 'isva')?.candidates[0]).toMatchObject({
      serviceId: WILLOW,
      reasons: expect.arrayContaining([{ code: 'preferred', ruleId: 'prefer-willow' }]),
    });
  });

  it('are appended under an approved proposal alone, whoever writes past the use case', async () => {
    const body = JSON.stringify({ ...(await routing.table()), version: 9 });
    for (const persona of ['administrator', 'manager', 'lead'])
      await expect(
        instance().webWork.read(instance().persona(persona), (manager) =>
          manager.query(
            `insert into app.routing_table_version (table_id, version, body, effective_from)
             values ('routing', 9, $1, now() + interval '1 hour')`,
            [body],
          ),
        ),
      ).rejects.toThrow(/row-level security|read-only/);
  });

  it('are drafted by an administrator for themselves, with the revision they read', async () => {
    const draftId = await routing.begun();
    const rule = {
      title: 'Ask',
      when: { reported: false },
      then: { kind: 'prompt', prompt: 'ask-whether-reported' },
    };
    expect(await routing.edit(draftId, { kind: 'add', rule: rule as never })).toEqual({ kind: 'changed' });
    expect(await routing.edit(draftId, { kind: 'drop' })).toEqual({ kind: 'stale', revision: 2 });
    expect(await routing.edit(draftId, { kind: 'drop' }, { by: 'administrator-two', revision: 2 })).toEqual({
      kind: 'not-found',
    });
    expect(await routing.edit(draftId, { kind: 'drop' }, { by: 'manager', revision: 2 })).toEqual({
      kind: 'not-found',
    });
    expect(await seen('administrator-two', 'select 1 from app.routing_draft')).toBe(0);
    const first = (await routing.table()).rules[0]!.id;
    expect(await routing.edit(draftId, { kind: 'move', ruleId: first, by: 'up' }, { revision: 2 })).toEqual({
      kind: 'refused',
      reason: 'at-the-end',
    });
    expect(await routing.edit(draftId, { kind: 'drop' }, { revision: 2 })).toEqual({ kind: 'dropped' });
  });

  it('are tried on somebody made up, and nothing is written', async () => {
    const count = () => instance().admin<{ n: string }>('select count(*) as n from app.routing_decision');
    const before = await count();
    const facts = {
      ageNow: { least: 12, most: 12 },
      ageAtIncident: null,
      gender: null,
      district: 'E07000066',
      reported: true,
      told: [],
      acts: [],
      hoursSince: null,
      wanted: ['child-isva'] as const,
      workerGender: 'any' as const,
      space: 'any' as const,
      languages: [],
      interpreterNeeded: false,
      access: [],
      domesticAbuse: false,
      barredAgencies: [],
      tried: [],
    };
    const tried = (by: string) =>
      new TryRouting(instance().webWork).execute(instance().persona(by), { facts, draftId: null });
    const answer = await tried('administrator');
    expect(answer).toMatchObject({
      kind: 'answered',
      decision: { first: { through: 'police-or-social-care' } },
    });
    for (const by of ['responder', 'officer', 'auditor', 'commissioner'])
      expect(await tried(by)).toEqual({ kind: 'not-found' });
    expect(await count()).toEqual(before);
  });

  it('P7: are replayed on cases for the manager alone, without whoever is on a pathway of their own', async () => {
    const replay = (persona: string) =>
      instance().webWork.read(instance().persona(persona), (manager) =>
        manager.query<{ reference: string | null }[]>(
          `select * from app.routing_replay('2026-01-01', '2026-07-01', 100)`,
        ),
      );
    const named = await replay('manager');
    expect(named.length).toBeGreaterThan(3);
    expect(named.every(({ reference }) => reference !== null)).toBe(true);
    expect(JSON.stringify(named)).not.toMatch(/case_id|person_id|barredAgencies/);
    for (const persona of [
      'administrator',
      'auditor',
      'responder',
      'lead',
      'officer',
      'commissioner',
      'coordinator',
    ])
      expect([persona, await replay(persona)]).toEqual([persona, []]);
    const { caseId } = await referred();
    await instance().admin(
      `insert into app.own_pathway (person_id, case_id, handling_agency_id, kind, opened_by, opened_at)
       select person_id, case_id, handling_agency_id, 'anonymous', $2, now() from app.case_file where case_id = $1`,
      [caseId, instance().persona('responder').userId],
    );
    expect(await replay('manager')).toHaveLength(named.length);
  });

  it('P7: are replayed for their author in counts that tell of nobody, and each replay is in the journal', async () => {
    await instance().setNow('2026-04-02T10:00:00Z');
    const draftId = await routing.begun();
    const replay = (by = 'administrator') =>
      new ReplayDraft(instance().webWork).execute(instance().persona(by), draftId);
    const noted = () =>
      instance().admin<{ payload: { sha256: string } }>(
        `select payload from app.journal where event_type = 'routing.replayed' and subject_id = $1 order by position`,
        [draftId],
      );
    expect(await replay()).toMatchObject({ kind: 'replayed', replay: { elsewhere: null, references: [] } });
    const narrow = {
      title: 'One person',
      when: { ageNow: { from: 99, to: 99 }, districts: ['E07000066'] },
      then: { kind: 'ask', support: 'isva', role: 'duty-lead', reason: 'complex-needs' },
    };
    await routing.edit(draftId, { kind: 'add', rule: narrow as never });
    expect(await replay()).toEqual({ kind: 'refused', reason: 'asks-about-few' });
    const events = await noted();
    expect(events).toHaveLength(2);
    expect(new Set(events.map(({ payload }) => payload.sha256)).size).toBe(2);
    for (const by of ['administrator-two', 'manager', 'lead', 'auditor', 'officer'])
      expect(await replay(by)).toEqual({ kind: 'not-found' });
    expect(await noted()).toHaveLength(2);
  });
});
