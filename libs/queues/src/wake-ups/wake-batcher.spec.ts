import { setTimeout as pause } from 'node:timers/promises';
import { WakeBatcher } from './wake-batcher';

const double = (items: readonly number[]) => Promise.resolve(items.map((item) => item * 2));

describe('WakeBatcher', () => {
  it('hands on together what arrives within a few milliseconds, each caller getting its own answer', async () => {
    const batches: number[][] = [];
    const batcher = new WakeBatcher<number, number>({
      gatherMilliseconds: 5,
      largest: 10,
      handle: (items) => {
        batches.push([...items]);
        return double(items);
      },
    });

    const answers = await Promise.all([1, 2, 3].map((item) => batcher.add(item)));

    expect(answers).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('never makes a batch larger than it may be', async () => {
    const sizes: number[] = [];
    const batcher = new WakeBatcher<number, number>({
      gatherMilliseconds: 1,
      largest: 4,
      handle: (items) => {
        sizes.push(items.length);
        return double(items);
      },
    });

    await Promise.all(Array.from({ length: 10 }, (_, item) => batcher.add(item)));

    expect(sizes).toEqual([4, 4, 2]);
  });

  it('works on one batch at a time, gathering the next meanwhile', async () => {
    let open = 0;
    let most = 0;
    const batcher = new WakeBatcher<number, number>({
      gatherMilliseconds: 1,
      largest: 100,
      handle: async (items) => {
        open += 1;
        most = Math.max(most, open);
        await pause(15);
        open -= 1;
        return double(items);
      },
    });

    const early = batcher.add(1);
    await pause(5);
    const late = [2, 3, 4].map((item) => batcher.add(item));

    expect(await Promise.all([early, ...late])).toEqual([2, 4, 6, 8]);
    expect(most).toBe(1);
  });

  it('lets everyone in a failed batch know, and goes on with the next', async () => {
    let calls = 0;
    const batcher = new WakeBatcher<number, number>({
      gatherMilliseconds: 1,
      largest: 2,
      handle: (items) => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error('the database went away')) : double(items);
      },
    });

    const results = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)));

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await expect(batcher.add(4)).resolves.toBe(8);
  });

  it('refuses answers that do not match the batch', async () => {
    const batcher = new WakeBatcher<number, number>({
      gatherMilliseconds: 1,
      largest: 2,
      handle: () => Promise.resolve([]),
    });

    await expect(batcher.add(1)).rejects.toThrow('not answered item by item');
  });
});
