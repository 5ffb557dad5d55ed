import { event, instant, type CaseId, type DomainEvent } from '#libs/domain';
import { BEGINNING, JournalConsumer, journalEnd, PostgresJournal, readJournal } from '#libs/persistence';
import { onlyService } from './support';
import { useInstance } from '../../support/instance';

const AT = instant('2026-03-02T10:00:00Z');

function told(type: string): DomainEvent {
  return event({
    subject: { kind: 'instance', id: crypto.randomUUID() },
    caseId: crypto.randomUUID() as CaseId,
    type,
    happenedAt: AT,
  });
}

describe('the tail of the journal', () => {
  const instance = useInstance();

  /** Opens a transaction that has written and not committed, as a slow request does. */
  async function slowWriter(type: string) {
    const runner = instance().worker.createQueryRunner();
    await runner.startTransaction();
    await new PostgresJournal(runner.manager, onlyService, AT).append([told(type)]);
    return {
      commit: async () => {
        await runner.commitTransaction();
        await runner.release();
      },
      rollback: async () => {
        await runner.rollbackTransaction();
        await runner.release();
      },
    };
  }

  async function write(type: string): Promise<void> {
    await (await slowWriter(type)).commit();
  }

  function consumerThatNotes(name: string, options: { limit?: number; failOn?: string } = {}) {
    const seen: string[] = [];
    const consumer = new JournalConsumer(instance().worker, {
      consumer: name,
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      handle: (_manager, entries) => {
        if (options.failOn !== undefined && entries.some(({ type }) => type === options.failOn)) {
          return Promise.reject(new Error('the handler failed'));
        }
        seen.push(...entries.map(({ type }) => type));
        return Promise.resolve();
      },
    });
    return { consumer, seen };
  }

  it('never skips a slow transaction that commits after a faster, later one', async () => {
    const { consumer, seen } = consumerThatNotes('slow-test');
    await consumer.catchUp();
    seen.length = 0;
    const slow = await slowWriter('test.slow');
    await write('test.fast');

    await consumer.catchUp();
    expect(seen).toEqual([]);

    await slow.commit();
    await consumer.catchUp();
    expect(seen).toEqual(['test.slow', 'test.fast']);
  });

  it('goes on past a slow transaction that was rolled back', async () => {
    const { consumer, seen } = consumerThatNotes('rolled-back-test');
    await consumer.catchUp();
    seen.length = 0;
    const slow = await slowWriter('test.never');
    await write('test.kept');

    await slow.rollback();
    await consumer.catchUp();

    expect(seen).toEqual(['test.kept']);
  });

  it('hands every entry on once, however small the batches', async () => {
    const { consumer, seen } = consumerThatNotes('batch-test', { limit: 2 });
    await consumer.catchUp();
    seen.length = 0;
    for (const number of [1, 2, 3, 4, 5]) await write(`test.batch-${number}`);

    await consumer.catchUp();
    await consumer.catchUp();

    expect(seen).toEqual([1, 2, 3, 4, 5].map((number) => `test.batch-${number}`));
  });

  it('shares the work between two consumers of one name without sharing an entry', async () => {
    const first = consumerThatNotes('shared-test', { limit: 3 });
    const second = consumerThatNotes('shared-test', { limit: 3 });
    await first.consumer.catchUp();
    first.seen.length = 0;
    const types = Array.from({ length: 20 }, (_, number) => `test.shared-${number}`);
    for (const type of types) await write(type);

    for (let round = 0; round < 40; round += 1) {
      await Promise.all([first.consumer.step(), second.consumer.step()]);
    }

    expect([...first.seen, ...second.seen].toSorted()).toEqual(types.toSorted());
  });

  it('leaves the cursor where it was when the work fails', async () => {
    const failing = consumerThatNotes('failing-test', { failOn: 'test.hard' });
    await failing.consumer.catchUp();
    await write('test.hard');

    await expect(failing.consumer.step()).rejects.toThrow('the handler failed');

    const healed = consumerThatNotes('failing-test');
    await healed.consumer.catchUp();
    expect(healed.seen).toEqual(['test.hard']);
  });

  it('reads an earlier era, which came with a restore, before the present one', async () => {
    await write('test.before-restore');
    const before = await readJournal(instance().worker.manager, { after: BEGINNING, limit: 5_000 });
    await instance().admin('update app.instance set era = era + 1');
    await write('test.after-restore');

    const all = await readJournal(instance().worker.manager, { after: BEGINNING, limit: 5_000 });

    expect(all.map(({ type }) => type)).toEqual([...before.map(({ type }) => type), 'test.after-restore']);
    expect(all.at(-1)?.place.era).toBe((before.at(-1)?.place.era ?? 0) + 1);
  });

  it('starting at its end misses nothing that is still being written', async () => {
    const slow = await slowWriter('test.under-way');
    const end = await journalEnd(instance().worker.manager);
    await slow.commit();

    const after = await readJournal(instance().worker.manager, { after: end, limit: 10 });

    expect(after.map(({ type }) => type)).toEqual(['test.under-way']);
  });
});
