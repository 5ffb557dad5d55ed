import { computeDue, type DeadlineInputs } from '#libs/domain';
import { useInstance } from '../support/instance';
import { PromiseActs } from '../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

interface LedgerRow {
  readonly limb: string;
  readonly version: number;
  readonly due_at: Date;
  readonly inputs: DeadlineInputs;
  readonly reason: string;
}

const ledgerOf = (caseId: string) =>
  instance().admin<LedgerRow>(
    `select d.limb, v.version, v.due_at, v.inputs, v.reason from app.deadline_version v
     join app.deadline d using (deadline_id) where d.case_id = $1 order by d.limb, v.version`,
    [caseId],
  );

describe('the deadline ledger', () => {
  it('P2 recomputes every version from its own row alone, over a bank-holiday weekend', async () => {
    await instance().setNow('2026-08-28T21:15:00Z');
    const { caseId } = await acts.refer('2026-08-28T21:10:00Z');
    const rows = await ledgerOf(caseId);
    expect(rows.map(({ limb, due_at }) => [limb, due_at.toISOString()])).toEqual([
      ['1wd', '2026-09-01T16:00:00.000Z'],
      ['24h', '2026-08-29T21:10:00.000Z'],
    ]);
    for (const row of rows) {
      expect(computeDue(row.inputs)).toEqual({ kind: 'due', at: row.due_at.getTime() });
      expect(row.inputs).toMatchObject({
        policyId: 'essex-first-responders',
        policyVersion: 1,
        tzdata: expect.any(String),
      });
    }
    expect(rows[0]?.inputs.hours.holidays).toEqual(['2026-08-31']);
  });

  it('P2 appends a version for a corrected start and leaves the old one as it was', async () => {
    await instance().setNow('2026-03-02T10:30:00Z');
    const { caseId, referralId } = await acts.refer('2026-03-02T10:00:00Z');
    const before = await ledgerOf(caseId);
    await acts.correctStart(referralId, '2026-03-01T10:00:00Z');
    expect(await ledgerOf(caseId)).toEqual(before);
    await acts.decide(caseId, 'confirmed', 'lead');
    const after = await ledgerOf(caseId);
    expect(after.filter(({ version }) => version === 1)).toEqual(before);
    expect(
      after
        .filter(({ version }) => version === 2)
        .map(({ limb, due_at, reason }) => [limb, due_at.toISOString(), reason]),
    ).toEqual([
      ['1wd', '2026-03-02T17:00:00.000Z', 'corrected-start'],
      ['24h', '2026-03-02T10:00:00.000Z', 'corrected-start'],
    ]);
    for (const row of after)
      expect(computeDue(row.inputs)).toEqual({ kind: 'due', at: row.due_at.getTime() });
  });

  it('P2 refuses to change, delete or truncate a ledger row, whoever asks', async () => {
    const { admin } = instance();
    await expect(admin('update app.deadline_version set due_at = now()')).rejects.toThrow(/append-only/);
    await expect(admin('delete from app.deadline_version')).rejects.toThrow(/append-only/);
    await expect(admin('truncate app.deadline_version')).rejects.toThrow(/append-only/);
  });
});
