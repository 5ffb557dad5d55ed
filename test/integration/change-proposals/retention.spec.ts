import { RETENTION_SCHEDULE, SuggestErasures } from '#libs/casework';
import type { PersonId, ProposalId, RetentionSchedule } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ErasureActs } from '../erasure/support';
import { RuleActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const erasing = new ErasureActs(instance);
const rules = new RuleActs(instance);

async function newest(): Promise<RetentionSchedule> {
  const [row] = await instance().admin<{ body: RetentionSchedule }>(
    'select body from app.retention_rule_version order by version desc limit 1',
  );
  return row!.body;
}

/** The newest schedule with other years for those who died, which is how cases of this test end. */
async function draft(years: number, change: Partial<RetentionSchedule> = {}) {
  const base = await newest();
  const body: RetentionSchedule = {
    version: base.version + 1,
    rules: base.rules.map((rule) => (rule.outcome === 'died' ? { ...rule, years } : rule)),
    ...change,
  };
  return { kind: 'retention', subject: RETENTION_SCHEDULE, basedOnVersion: base.version, body } as const;
}

const proposed = async (years: number): Promise<ProposalId> => rules.proposed(await draft(years), 'dpo');
const approve = (id: ProposalId, by = 'manager') => rules.decide(id, { kind: 'approve' }, { by });
const suggest = () => new SuggestErasures(instance().workerWork, instance().ids).execute({ limit: 50 });
const stateOf = async (personId: PersonId) =>
  (
    await instance().admin<{ state: string }>('select state from app.erasure where person_id = $1', [
      personId,
    ])
  )[0]?.state;

describe('how long records are kept', () => {
  it('is changed by the officer and a service manager, and by nobody alone or in their place', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    for (const by of ['administrator', 'manager', 'lead', 'auditor', 'commissioner', 'officer']) {
      expect(await rules.propose(await draft(9), by)).toEqual({ kind: 'not-found' });
    }
    const id = await proposed(9);
    expect(await rules.propose(await draft(10), 'dpo')).toEqual({
      kind: 'refused',
      reason: 'already-waiting',
    });
    for (const by of ['dpo', 'administrator', 'auditor', 'lead']) {
      expect(await approve(id, by)).toEqual({ kind: 'not-found' });
    }
    expect((await newest()).version).toBe(1);
    expect(await approve(id)).toMatchObject({ kind: 'decided', state: 'approved' });
    expect(await newest()).toMatchObject({ version: 2 });
    const kept = await instance().admin<{ proposed_by: string; decided_by: string }>(
      'select proposed_by, decided_by from app.change_proposal where proposal_id = $1',
      [id],
    );
    expect(kept).toEqual([
      { proposed_by: instance().persona('dpo').userId, decided_by: instance().persona('manager').userId },
    ]);
  });

  it('P7 is no version that the database takes without an approval, or with another body', async () => {
    const { webWork, persona } = instance();
    const insert = (by: string, body: RetentionSchedule) =>
      webWork.read(persona(by), (manager) =>
        manager.query(
          `insert into app.retention_rule_version (version, body, effective_from)
           values ($1, $2, app.service_now() + interval '1 hour')`,
          [body.version, JSON.stringify(body)],
        ),
      );
    const { body } = await draft(1);
    for (const by of ['dpo', 'manager', 'administrator']) {
      await expect(insert(by, body)).rejects.toThrow('row-level security');
    }
    const direct = (by: string, kind: string) =>
      webWork.read(persona(by), (manager) =>
        manager.query(
          `insert into app.change_proposal (proposal_id, kind, subject, based_on_version, body, reason, proposed_by,
             proposed_at) values (gen_random_uuid(), $1, 'sample', 1, '{}', 'contract-changed', $2, now())`,
          [kind, persona(by).userId],
        ),
      );
    await expect(direct('administrator', 'retention')).rejects.toThrow('row-level security');
    await expect(direct('dpo', 'policy')).rejects.toThrow('row-level security');
  });

  it('refuses times that nobody could keep, each with its reason', async () => {
    await instance().setNow('2026-03-03T10:05:00Z');
    const base = await newest();
    const faults = async (change: (schedule: RetentionSchedule['rules']) => RetentionSchedule['rules']) => {
      const outcome = await rules.propose(await draft(9, { rules: change(base.rules) }), 'dpo');
      return outcome.kind === 'impossible' ? outcome.faults : outcome.kind;
    };
    expect(await faults((all) => all.slice(1))).toContain('outcome-missing');
    expect(await faults((all) => all.map((rule) => ({ ...rule, years: 0 })))).toContain('years-out-of-range');
    expect(
      await faults((all) => all.map((rule) => (rule.outcome === 'child' ? { ...rule, years: 2 } : rule))),
    ).toContain('child-too-short');
  });

  it('longer takes back what was suggested and is not due any more; a suggestion of then can only be kept', async () => {
    const { setNow } = instance();
    await setNow('2027-01-10T10:05:00Z');
    const { caseId, personId } = await acts.refer('2027-01-10T10:00:00Z');
    await erasing.end(caseId);
    await setNow('2027-01-10T10:30:00Z');
    await approve(await proposed(1));
    await setNow('2028-02-01T10:00:00Z');
    await suggest();
    expect(await stateOf(personId)).toBe('suggested');
    await approve(await proposed(20));
    await setNow('2028-02-01T10:10:00Z');
    const [row] = await instance().admin<{ erasure_id: string }>(
      'select erasure_id from app.erasure where person_id = $1',
      [personId],
    );
    const id = row!.erasure_id as Parameters<ErasureActs['decide']>[0];
    expect(await erasing.decide(id, { kind: 'propose' }, 'dpo')).toEqual({
      kind: 'refused',
      reason: 'not-due-any-more',
    });
    expect(await erasing.decide(id, { kind: 'decline', reason: 'rule-does-not-fit' })).toMatchObject({
      state: 'declined',
    });
  });
});
