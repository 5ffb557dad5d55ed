import {
  CarryOutErasures,
  DecideErasure,
  ProposeErasure,
  SuggestErasures,
  type UnitOfWork,
} from '#libs/casework';
import type { ErasureId, PersonId } from '#libs/domain';
import { NO_OUTSIDE_LEDGER } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { ErasureActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const erasing = new ErasureActs(instance);

beforeAll(async () => {
  await instance().setNow('2026-03-02T10:05:00Z');
});

async function ended(): Promise<ReferredCase> {
  const referred = await acts.refer('2026-03-02T10:00:00Z');
  await erasing.end(referred.caseId);
  return referred;
}

/** With the process its power goes: nothing can be written down about it either. */
const GONE = 'the power went';

const readable = async (personId: PersonId) => (await instance().vault.of(personId)).kind;
const stateOf = async (personId: PersonId) =>
  (
    await instance().admin<{ state: string }>(
      'select state from app.erasure where person_id = $1 order by erasure_id desc limit 1',
      [personId],
    )
  )[0]?.state;

describe('an erasure that dies half way', () => {
  it.each(['before the key', 'after the key'] as const)(
    '%s is brought to its end by the next round',
    async (when) => {
      const { workerWork, vault } = instance();
      const { reference, personId } = await ended();
      await erasing.approved(reference);
      let died = false;
      const power: UnitOfWork = {
        run: (actor, work) => (died ? Promise.reject(new Error(GONE)) : workerWork.run(actor, work)),
        once: (request, work) => workerWork.once(request, work),
      };
      const dying = new CarryOutErasures(
        power,
        {
          erase: async (erased) => {
            if (when === 'after the key') await vault.erase(erased);
            died = true;
            throw new Error(GONE);
          },
        },
        NO_OUTSIDE_LEDGER,
      );
      await expect(dying.execute({ limit: 1 })).rejects.toThrow(GONE);
      expect(await stateOf(personId)).toBe('underway');
      expect(await readable(personId)).toBe(when === 'after the key' ? 'unreadable' : 'open');
      expect(await erasing.carryOut()).toBe(1);
      expect(await stateOf(personId)).toBe('done');
      expect(await readable(personId)).toBe('unreadable');
      const left = await instance().admin('select 1 from vault.person_record where person_id = $1', [
        personId,
      ]);
      expect(left).toEqual([]);
    },
  );

  it('is done once when two workers come for it together', async () => {
    const { reference, personId } = await ended();
    await erasing.approved(reference);
    const done = await Promise.all([erasing.carryOut(), erasing.carryOut()]);
    expect(done[0] + done[1]).toBeGreaterThan(0);
    expect(await stateOf(personId)).toBe('done');
    const events = await instance().admin(
      `select 1 from app.journal j join app.erasure e on e.erasure_id = j.subject_id
       where e.person_id = $1 and j.event_type = 'erasure.done'`,
      [personId],
    );
    expect(events).toHaveLength(1);
  });
});

describe('nobody erases alone', () => {
  it('not who proposed it, not the service, not a role that only handles cases', async () => {
    const { reference, personId } = await ended();
    expect(await erasing.propose(reference, 'manager')).toEqual({ kind: 'not-found' });
    expect(await erasing.propose(reference, 'responder')).toEqual({ kind: 'not-found' });
    const proposed = await erasing.propose(reference);
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    const { erasureId } = proposed;
    const approve = { kind: 'approve' } as const;
    expect(await erasing.decide(erasureId, approve, 'dpo')).toEqual({
      kind: 'refused',
      reason: 'same-person',
    });
    expect(await erasing.decide(erasureId, approve, 'lead')).toEqual({ kind: 'not-found' });
    expect(await erasing.carryOut()).toBe(0);
    expect(await readable(personId)).toBe('open');
  });

  it('and the database says the same to whoever goes past the use cases', async () => {
    const { reference, personId } = await ended();
    const proposed = await erasing.propose(reference);
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    const { web, worker, webWork, persona } = instance();
    const as = (who: string, sql: string, values: unknown[] = []) =>
      webWork.read(persona(who), (manager) => manager.query(sql, values));
    const approve = `update app.erasure set state = 'approved', decided_by = $2, decided_at = now()
      where erasure_id = $1 returning 1`;
    const { userId } = persona('dpo');
    await expect(as('dpo', approve, [proposed.erasureId, userId])).rejects.toThrow('row-level security');
    const carryOut = worker.query('select app.carry_out_erasure($1)', [proposed.erasureId]);
    await expect(carryOut).rejects.toThrow('not under way');
    for (const source of [web, worker]) {
      await expect(source.query('select app.erase_rows($1)', [personId])).rejects.toThrow(
        'permission denied',
      );
      const replay = source.query('select app.replay_erasure($1, $1, now())', [personId]);
      await expect(replay).rejects.toThrow('permission denied');
    }
    await expect(worker.query('delete from vault.person_record')).rejects.toThrow('permission denied');
    expect(await readable(personId)).toBe('open');
  });

  it('sent twice, a proposal is one; decided by a page that is old, it is stale', async () => {
    const { reference } = await ended();
    const { webWork, ids, persona } = instance();
    const key = onlyOnce();
    const propose = () => new ProposeErasure(webWork, ids).execute(persona('dpo'), { reference }, key);
    const [first, second] = [await propose(), await propose()];
    expect([first.kind, second.kind]).toEqual(['done', 'repeated']);
    expect(await erasing.propose(reference)).toEqual({ kind: 'refused', reason: 'already-proposed' });
    const { erasureId } = (first as { result: { erasureId: ErasureId } }).result;
    const input = { erasureId, revision: 7, decision: { kind: 'approve' } } as const;
    const stale = await new DecideErasure(webWork).execute(persona('manager'), input, onlyOnce());
    expect(stale).toEqual({ kind: 'done', result: { kind: 'stale', revision: 1 } });
  });
});

describe('what the schedule lets go', () => {
  it('is suggested when its years are over and no hold stands, once, and erased by nobody until two decide', async () => {
    const { workerWork, ids, setNow } = instance();
    const { personId } = await ended();
    const suggest = () => new SuggestErasures(workerWork, ids).execute({ limit: 500 });
    await setNow('2033-03-01T10:00:00Z');
    await suggest();
    expect(await stateOf(personId)).toBeUndefined();
    await setNow('2033-03-03T10:00:00Z');
    expect(await suggest()).toBeGreaterThan(0);
    expect(await stateOf(personId)).toBe('suggested');
    expect(await suggest()).toBe(0);
    expect(await erasing.carryOut()).toBe(0);
    expect(await readable(personId)).toBe('open');
    const [row] = await instance().admin<{ id: ErasureId }>(
      'select erasure_id as id from app.erasure where person_id = $1',
      [personId],
    );
    if (row === undefined) throw new Error('nothing was suggested');
    const state = (to: string) => ({ kind: 'decided', state: to });
    expect(await erasing.decide(row.id, { kind: 'propose' }, 'dpo')).toEqual(state('proposed'));
    expect(await erasing.decide(row.id, { kind: 'decline', reason: 'still-needed' })).toEqual(
      state('declined'),
    );
    expect(await suggest()).toBe(0);
    await setNow('2034-03-04T10:00:00Z');
    await suggest();
    expect(await stateOf(personId)).toBe('suggested');
  });
});
