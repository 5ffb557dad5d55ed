import { randomUUID } from 'node:crypto';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { POLICY, RuleActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const rules = new RuleActs(instance);

const policy = (body: object, basedOnVersion = 1) => ({
  kind: 'policy' as const,
  subject: POLICY,
  basedOnVersion,
  body,
});

describe('a new version of the promise', () => {
  it('P2 sets new clocks by reading B once approved, and leaves started clocks as they are', async () => {
    await instance().setNow('2026-03-06T16:35:30Z');
    const before = await acts.refer('2026-03-06T16:30:00Z');
    const id = await rules.proposed(policy(await rules.withReading('B')));
    const second = await acts.refer('2026-03-06T16:30:00Z');
    expect(await rules.decide(id, { kind: 'approve' })).toMatchObject({
      kind: 'decided',
      state: 'approved',
      effectiveFrom: Date.parse('2026-03-06T16:37:00Z'),
    });
    await instance().setNow('2026-03-06T16:40:00Z');
    const after = await acts.refer('2026-03-06T16:30:00Z');
    const due = async ({ caseId }: typeof after) => (await acts.limbs(caseId))['1wd']?.due;
    expect(await due(before)).toBe('2026-03-09T17:00:00.000Z');
    expect(await due(second)).toBe('2026-03-09T17:00:00.000Z');
    expect(await due(after)).toBe('2026-03-09T16:30:00.000Z');
    const [row] = await instance().admin<{ n: number }>(
      `select count(*)::integer as n from app.deadline_version where reason <> 'started'`,
    );
    expect(row?.n).toBe(0);
  });

  it('takes reading C for a report at night, from the instant named', async () => {
    const id = await rules.proposed({
      ...policy(await rules.withReading('C', 2), 2),
      effectiveFrom: Date.parse('2026-03-10T00:00:00Z') as never,
    });
    await rules.decide(id, { kind: 'approve' }, { by: 'manager' });
    await instance().setNow('2026-03-09T22:45:00Z');
    const early = await acts.refer('2026-03-09T22:40:00Z');
    await instance().setNow('2026-03-10T22:45:00Z');
    const late = await acts.refer('2026-03-10T22:40:00Z');
    // Reading B: eight hours of opening time. Reading C: deemed received next morning, then the day after.
    expect((await acts.limbs(early.caseId))['1wd']?.due).toBe('2026-03-10T17:00:00.000Z');
    expect((await acts.limbs(late.caseId))['1wd']?.due).toBe('2026-03-12T17:00:00.000Z');
  });

  it('is not approved by the one who proposed it, nor by a role that decides no rules', async () => {
    const id = await rules.proposed(policy(await rules.withReading('A', 3), 3));
    expect(await rules.decide(id, { kind: 'approve' }, { by: 'administrator' })).toEqual({
      kind: 'refused',
      reason: 'same-person',
    });
    for (const by of ['auditor', 'lead', 'responder', 'officer', 'commissioner']) {
      expect(await rules.decide(id, { kind: 'approve' }, { by })).toMatchObject({ kind: 'not-found' });
    }
    expect(await rules.decide(id, { kind: 'withdraw' }, { by: 'administrator-two' })).toEqual({
      kind: 'refused',
      reason: 'not-yours',
    });
    expect(await rules.decide(id, { kind: 'approve' }, { revision: 2 })).toEqual({
      kind: 'stale',
      revision: 1,
    });
    expect(await rules.decide(id, { kind: 'decline', reason: 'effect-too-large' })).toMatchObject({
      state: 'declined',
    });
    expect(await rules.decide(id, { kind: 'approve' }, { revision: 2 })).toEqual({
      kind: 'refused',
      reason: 'already-decided',
    });
  });

  it('is proposed by an administrator only, one at a time, from the newest version, and says something new', async () => {
    const body = await rules.withReading('A', 3);
    for (const by of ['manager', 'auditor', 'lead', 'officer']) {
      expect(await rules.propose(policy(body, 3), by)).toEqual({ kind: 'not-found' });
    }
    expect(await rules.propose(policy(await rules.withReading('B', 2), 2))).toEqual({
      kind: 'refused',
      reason: 'newer-version',
    });
    expect(await rules.propose(policy({ ...(await rules.policyBody(3)), version: 4 }, 3))).toEqual({
      kind: 'refused',
      reason: 'unchanged',
    });
    const id = await rules.proposed(policy(body, 3));
    expect(await rules.propose(policy(body, 3), 'administrator-two')).toEqual({
      kind: 'refused',
      reason: 'already-waiting',
    });
    expect(await rules.decide(id, { kind: 'withdraw' }, { by: 'administrator' })).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('is refused when nobody could keep it, with the reason', async () => {
    const body = await rules.withReading('A', 3);
    const withLimb = (change: object) => ({
      ...body,
      limbs: body.limbs.map((limb) => (limb.kind === 'working-day' ? { ...limb, ...change } : limb)),
    });
    expect(await rules.propose(policy(withLimb({ closesAt: '08:00' }), 3))).toEqual({
      kind: 'impossible',
      faults: ['closes-before-opening'],
    });
    expect(await rules.propose(policy({ ...body, bindingLimb: 'none' }, 3))).toEqual({
      kind: 'impossible',
      faults: ['unknown-binding-limb'],
    });
    expect(await rules.propose(policy({ ...body, clockStart: 'received-at' }, 3))).toEqual({
      kind: 'impossible',
      faults: ['another-promise'],
    });
  });

  it('cannot take effect in the past, or sooner than every process knows it', async () => {
    const body = policy(await rules.withReading('A', 3), 3);
    const now = await instance().setNow('2026-03-12T10:00:00Z');
    for (const effectiveFrom of [now - 1, now, now + 50_000] as never[]) {
      expect(await rules.propose({ ...body, effectiveFrom })).toEqual({
        kind: 'refused',
        reason: 'too-soon',
      });
    }
    const id = await rules.proposed({ ...body, effectiveFrom: (now + 3_600_000) as never });
    await instance().setNow('2026-03-12T11:30:00Z');
    expect(await rules.decide(id, { kind: 'approve' })).toEqual({ kind: 'refused', reason: 'too-soon' });
    await rules.decide(id, { kind: 'withdraw' }, { by: 'administrator' });
  });

  it('is known at once to a process whose memory is older', async () => {
    const { webWork, workerWork } = instance();
    const service = { kind: 'service', process: 'timers' } as const;
    await workerWork.run(service, (tx) => tx.policies.version({ id: POLICY, version: 1 }));
    const id = await rules.proposed(policy(await rules.withReading('A', 3), 3));
    await rules.decide(id, { kind: 'approve' });
    const seen = await workerWork.run(service, (tx) => tx.policies.version({ id: POLICY, version: 4 }));
    expect(seen.limbs).toEqual((await rules.withReading('A', 3)).limbs);
    await expect(
      webWork.run(service, (tx) => tx.policies.version({ id: POLICY, version: 99 })),
    ).rejects.toThrow('there is no policy');
  });

  it('journals every step without personal data', async () => {
    const rows = await instance().admin<{ event_type: string }>(
      `select distinct event_type from app.journal where subject_kind = 'proposal' order by 1`,
    );
    expect(rows.map(({ event_type }) => event_type)).toEqual([
      'proposal.approved',
      'proposal.declined',
      'proposal.made',
      'proposal.withdrawn',
    ]);
  });
});

describe('the database itself', () => {
  const insertVersion = `insert into app.policy_version (policy_id, version, promise, referral_source, body, effective_from)
    select policy_id, 9, promise, referral_source, body, app.service_now() + interval '1 hour'
    from app.policy_version where policy_id = $1 and version = 1`;

  const asAdministrator = (sql: string, values: unknown[], persona = 'administrator') =>
    instance().webWork.read(instance().persona(persona), (manager) => manager.query(sql, values));

  it('takes no version without an approved proposal of the same words', async () => {
    await expect(asAdministrator(insertVersion, [POLICY])).rejects.toThrow('row-level security');
    await expect(
      asAdministrator(
        `insert into app.calendar_version select calendar_id, 9, hours, source, app.service_now() + interval '1 hour'
         from app.calendar_version where version = 1`,
        [],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      asAdministrator(
        `insert into app.attempt_policy_version values (9, '{}', app.service_now() + interval '1 h')`,
        [],
      ),
    ).rejects.toThrow('row-level security');
  });

  it('lets nobody approve their own proposal, change a body or decide twice', async () => {
    await instance().setNow('2026-03-13T10:00:00Z');
    const id = await rules.proposed(policy(await rules.withReading('B', 4), 4));
    const approve = `update app.change_proposal set state = 'approved', decided_by = $2, decided_at = now(),
      effective_from = now() + interval '1 hour' where proposal_id = $1`;
    const { userId } = instance().persona('administrator');
    await expect(asAdministrator(approve, [id, userId])).rejects.toThrow(
      /row-level security|decided_by_another/,
    );
    const other = instance().persona('administrator-two').userId;
    await expect(asAdministrator(approve, [id, other])).rejects.toThrow('row-level security');
    await expect(
      asAdministrator(
        `update app.change_proposal set body = '{}' where proposal_id = $1`,
        [id],
        'administrator-two',
      ),
    ).rejects.toThrow('permission denied');
    await rules.decide(id, { kind: 'decline', reason: 'not-needed' });
    await asAdministrator(approve, [id, other], 'administrator-two');
    const [row] = await instance().admin<{ state: string }>(
      'select state from app.change_proposal where proposal_id = $1',
      [id],
    );
    expect(row?.state).toBe('declined');
  });

  it('lets nobody put a proposal in another name', async () => {
    const insert = `insert into app.change_proposal (proposal_id, kind, subject, based_on_version, body, reason,
      proposed_by, proposed_at) values ($1, 'policy', 'x', 1, '{}', 'contract-changed', $2, now())`;
    const other = instance().persona('administrator-two').userId;
    await expect(asAdministrator(insert, [randomUUID(), other])).rejects.toThrow('row-level security');
    const manager = instance().persona('manager').userId;
    await expect(asAdministrator(insert, [randomUUID(), manager], 'manager')).rejects.toThrow(
      'row-level security',
    );
  });

  it.each(['officer', 'responder', 'lead', 'commissioner'])(
    'shows %s no proposal and no replay',
    async (persona) => {
      const count = (sql: string) => asAdministrator(sql, [], persona) as Promise<{ n: number }[]>;
      expect((await count('select count(*)::integer as n from app.change_proposal'))[0]?.n).toBe(0);
      expect(
        (
          await count(
            `select count(*)::integer as n from app.replay_of_policy('${POLICY}', '2026-01-01', '2027-01-01', 10)`,
          )
        )[0]?.n,
      ).toBe(0);
      expect(
        (
          await count(
            `select count(*)::integer as n from app.running_clocks_of_calendar('first-responders-desk', 10)`,
          )
        )[0]?.n,
      ).toBe(0);
    },
  );

  it('shows an administrator no case, and lets them journal nothing about one', async () => {
    expect(await asAdministrator('select case_id from app.case_file', [])).toEqual([]);
    const [row] = await instance().admin<{ case_id: string }>('select case_id from app.case_file limit 1');
    const { userId, agencyId } = instance().persona('administrator');
    await expect(
      asAdministrator(
        `insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version,
           happened_at, recorded_at, actor_kind, actor_id, agency_id, payload, leaf_hash)
         values (1, 'case', $1, 900, $1, 'case.closed', 1, now(), now(), 'staff', $2, $3, '{}', sha256('x'))`,
        [row?.case_id, userId, agencyId],
      ),
    ).rejects.toThrow('row-level security');
  });
});
