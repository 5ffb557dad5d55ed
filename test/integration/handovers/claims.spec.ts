import { ClaimCase, ReleaseClaim } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

let caseId: CaseId;
beforeEach(async () => {
  await instance().setNow('2026-03-02T10:00:00Z');
  caseId = (await acts.refer('2026-03-02T09:00:00Z')).caseId;
});

function claim(by: string, insist = false) {
  const { webWork, persona } = instance();
  return new ClaimCase(webWork).execute(persona(by), { caseId, insist });
}

function release(by: string) {
  const { webWork, persona } = instance();
  return new ReleaseClaim(webWork).execute(persona(by), caseId);
}

describe('a claim on a case', () => {
  it('is one person’s: of many at once exactly one wins and the others read who did', async () => {
    for (let round = 0; round < 5; round += 1) {
      caseId = (await acts.refer('2026-03-02T09:00:00Z')).caseId;
      const people = ['responder', 'responder-two', 'lead'];
      const outcomes = await Promise.all([...people, ...people].map((by) => claim(by)));
      const winners = [...people, ...people].filter((_, index) => outcomes[index]?.kind === 'claimed');
      expect(new Set(winners).size).toBe(1);
      const held = outcomes.flatMap((outcome) => (outcome.kind === 'held' ? [outcome.by] : []));
      expect(new Set(held)).toEqual(new Set([instance().persona(winners[0] ?? '').userId]));
      expect(held).toHaveLength(4);
    }
  });

  it('is renewed by whoever has it, taken over by whoever insists, and released by its own', async () => {
    expect(await claim('responder')).toEqual({ kind: 'claimed' });
    expect(await claim('responder')).toEqual({ kind: 'claimed' });
    expect(await claim('lead')).toMatchObject({ kind: 'held', by: instance().persona('responder').userId });
    expect(await release('lead')).toEqual({ kind: 'released' });
    expect(await claim('lead')).toMatchObject({ kind: 'held' });
    expect(await claim('lead', true)).toEqual({ kind: 'claimed' });
    expect(await claim('responder')).toMatchObject({ kind: 'held', by: instance().persona('lead').userId });
    await release('lead');
    expect(await claim('responder')).toEqual({ kind: 'claimed' });
  });

  it('ends by itself, by the system’s clock and not the demo’s', async () => {
    await claim('responder');
    await instance().setNow('2026-03-02T18:00:00Z');
    expect(await claim('lead')).toMatchObject({ kind: 'held' });
    await instance().admin(
      `update app.case_claim set claimed_at = now() - interval '15 minutes', until_at = now() where case_id = $1`,
      [caseId],
    );
    expect(await claim('lead')).toEqual({ kind: 'claimed' });
  });

  it('never stops anybody from recording, and ends for whoever records', async () => {
    await claim('lead');
    const attempt = { happened: '2026-03-02T10:01:00Z', typedIn: '2026-03-02T10:02:00Z' };
    expect(await acts.attempt({ caseId }, 'no-answer', attempt)).toMatchObject({ kind: 'recorded' });
    expect(await claim('responder')).toMatchObject({ kind: 'held' });
    await acts.attempt({ caseId }, 'no-answer', { ...attempt, by: 'lead' });
    expect(await claim('responder')).toEqual({ kind: 'claimed' });
  });

  it('P7 is not for people who may not see the case, and says nothing about it', async () => {
    for (const by of ['officer', 'manager', 'commissioner', 'auditor', 'administrator']) {
      expect([by, await claim(by)]).toEqual([by, { kind: 'not-found' }]);
      expect([by, await release(by)]).toEqual([by, { kind: 'not-found' }]);
    }
    expect(await instance().admin('select 1 from app.case_claim where case_id = $1', [caseId])).toHaveLength(
      0,
    );
  });
});
