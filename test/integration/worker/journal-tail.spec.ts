import { setTimeout as pause } from 'node:timers/promises';
import { event, instant, type CaseId, type DomainEvent } from '#libs/domain';
import {
  BEGINNING,
  JournalConsumer,
  journalEnd,
  PostgresJournal,
  readJournal,
  type JournalPlace,
} from '#libs/persistence';
import { onlyService } from './support';
import { useInstance } from '../../support/instance';
import { eventually } from '../../timers/support/promises';

const AT = instant('2026-03-02T10:00:00Z');

function told(type: string): DomainEvent {
  return event({
    subject: { kind: 'instance', id: crypto.randomUUID() },
    caseId: crypto.randomUUID() as CaseId,
    type,
    happenedAt: AT,
  });
}

/**
 * The oldest running transaction is the whole cluster's: a long one in another test's database may hold everything
 * back for a while. So what must come is waited for, and each test notes only its own entries.
 */
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

  /** Notes the entries whose type begins with the consumer's name. */
  function consumerThatNotes(name: string, options: { limit?: number; failOn?: string } = {}) {
    const seen: string[] = [];
    const consumer = new JournalConsumer(instance().worker, {
      consumer: name,
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      handle: (_manager, entries) => {
        if (options.failOn !== undefined && entries.some(({ type }) => type === options.failOn)) {
          return Promise.reject(new Error('the handler failed'));
        }
        seen.push(...entries.map(({ type }) => type).filter((type) => type.startsWith(`${name}.`)));
        return Promise.resolve();
      },
    });
    return { consumer, seen };
  }

  type Noting = ReturnType<typeof consumerThatNotes>;

  /** Reads on until that many were seen. */
  async function readOn({ consumer, seen }: Noting, { count }: { count: number }): Promise<void> {
    const read = async () => {
      await consumer.catchUp();
      return seen.length;
    };
    await eventually(read, { is: (length) => length >= count });
  }

  async function typesRead(from: JournalPlace): Promise<readonly string[]> {
    const entries = await readJournal(instance().worker.manager, { after: from, limit: 5_000 });
    return entries.map(({ type }) => type);
  }

  it('never skips a slow transaction that commits after a faster, later one', async () => {
    const noting = consumerThatNotes('overtaken');
    await write('overtaken.before');
    await readOn(noting, { count: 1 });
    const slow = await slowWriter('overtaken.slow');
    await write('overtaken.fast');

    for (let round = 0; round < 5; round += 1) {
      await noting.consumer.catchUp();
      await pause(20);
    }
    expect(noting.seen).toEqual(['overtaken.before']);

    await slow.commit();
    await readOn(noting, { count: 3 });
    expect(noting.seen).toEqual(['overtaken.before', 'overtaken.slow', 'overtaken.fast']);
  });

  it('goes on past a slow transaction that was rolled back', async () => {
    const noting = consumerThatNotes('rolled-back');
    const slow = await slowWriter('rolled-back.never');
    await write('rolled-back.kept');

    await slow.rollback();
    await readOn(noting, { count: 1 });

    expect(noting.seen).toEqual(['rolled-back.kept']);
  });

  it('hands every entry on once, however small the batches', async () => {
    const noting = consumerThatNotes('batch', { limit: 2 });
    const types = [1, 2, 3, 4, 5].map((number) => `batch.entry-${number}`);
    for (const type of types) await write(type);

    await readOn(noting, { count: types.length });
    await noting.consumer.catchUp();

    expect(noting.seen).toEqual(types);
  });

  it('shares the work between two consumers of one name without sharing an entry', async () => {
    const first = consumerThatNotes('shared', { limit: 3 });
    const second = consumerThatNotes('shared', { limit: 3 });
    const types = Array.from({ length: 20 }, (_, number) => `shared.entry-${number}`);
    for (const type of types) await write(type);

    const both = async () => {
      await Promise.all([first.consumer.step(), second.consumer.step()]);
      return first.seen.length + second.seen.length;
    };
    await eventually(both, { is: (count) => count >= types.length });
    await both();

    expect([...first.seen, ...second.seen].toSorted()).toEqual(types.toSorted());
  });

  it('leaves the cursor where it was when the work fails', async () => {
    const failing = consumerThatNotes('failing', { failOn: 'failing.hard' });
    await write('failing.hard');

    await expect(readOn(failing, { count: 1 })).rejects.toThrow('the handler failed');

    const healed = consumerThatNotes('failing');
    await readOn(healed, { count: 1 });
    expect(healed.seen).toEqual(['failing.hard']);
  });

  it('reads an earlier era, which came with a restore, before the present one', async () => {
    await write('restore.before');
    const read = () => readJournal(instance().worker.manager, { after: BEGINNING, limit: 5_000 });
    const upTo = (type: string) => eventually(read, { is: (entries) => entries.at(-1)?.type === type });
    const before = await upTo('restore.before');
    await instance().admin('update app.instance set era = era + 1');
    await write('restore.after');

    const all = await upTo('restore.after');

    expect(all.map(({ type }) => type)).toEqual([...before.map(({ type }) => type), 'restore.after']);
    expect(all.at(-1)?.place.era).toBe((before.at(-1)?.place.era ?? 0) + 1);
  });

  it('starting at its end misses nothing that is still being written', async () => {
    const slow = await slowWriter('under-way.entry');
    const end = await journalEnd(instance().worker.manager);
    await slow.commit();

    const types = await eventually(() => typesRead(end), { is: (all) => all.includes('under-way.entry') });

    expect(types.at(-1)).toBe('under-way.entry');
  });
});
