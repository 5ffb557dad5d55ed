import { randomUUID } from 'node:crypto';
import { PAGING_LADDER, type PagingLadderBody } from '#libs/casework';
import { instant } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { RuleActs } from './support';

const instance = useInstance();
const rules = new RuleActs(instance);

const LADDER: PagingLadderBody = {
  rungs: [
    { level: 'on-call', times: 3, everySeconds: 300 },
    { level: 'service-manager', times: 1, everySeconds: 900 },
  ],
};

const change = (body: PagingLadderBody, basedOnVersion = 1) => ({
  kind: 'paging-ladder' as const,
  subject: PAGING_LADDER,
  basedOnVersion,
  body,
});

const policyAt = (iso: string) => {
  const { webWork, persona } = instance();
  return webWork.run(persona('lead'), (tx) => tx.urgentPages.policyAt(instant(iso)));
};

beforeEach(() => instance().setNow('2026-03-06T16:35:30Z'));

describe('a new ladder of urgent pages', () => {
  it('counts from when a second person approved it, and not for what began before', async () => {
    const id = await rules.proposed(change(LADDER));
    expect(await rules.decide(id, { kind: 'approve' }, { by: 'administrator' })).toMatchObject({
      reason: 'same-person',
    });
    expect(await rules.decide(id, { kind: 'approve' }, { by: 'manager' })).toMatchObject({
      kind: 'decided',
      state: 'approved',
    });
    expect(await policyAt('2026-03-06T16:36:00Z')).toMatchObject({ version: 1 });
    expect(await policyAt('2026-03-06T16:40:00Z')).toEqual({ version: 2, ...LADDER });
  });

  it('is refused when nobody but the person on call would ever hear, or too often', async () => {
    await instance().setNow('2026-03-06T17:00:30Z');
    const [first] = LADDER.rungs;
    const alone = { rungs: first === undefined ? [] : [first] };
    expect(await rules.propose(change(alone, 2))).toEqual({
      kind: 'impossible',
      faults: ['ladder-nobody-but-on-call'],
    });
    const often = { rungs: [{ level: 'duty-lead', times: 1, everySeconds: 30 }] } as const;
    expect(await rules.propose(change(often, 2))).toMatchObject({ faults: ['ladder-too-often'] });
    const many = { rungs: [{ level: 'duty-lead', times: 99, everySeconds: 60 }] } as const;
    expect(await rules.propose(change(many, 2))).toMatchObject({ faults: ['ladder-outside'] });
  });

  it('is not proposed by whoever answers pages, nor appended without two people', async () => {
    for (const by of ['lead', 'responder', 'manager', 'officer']) {
      expect(await rules.propose(change(LADDER, 2), by)).toEqual({ kind: 'not-found' });
    }
    const { webWork, persona } = instance();
    for (const by of ['administrator', 'manager', 'lead']) {
      const forged = webWork.run(persona(by), (tx) =>
        tx.urgentPages.appendPolicy({
          version: 40 + randomUUID().length,
          body: LADDER,
          effectiveFrom: instant('2026-04-01T00:00:00Z'),
        }),
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    }
  });
});
