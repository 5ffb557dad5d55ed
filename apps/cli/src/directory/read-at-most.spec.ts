import { Readable } from 'node:stream';
import { readAtMost } from './read-at-most';

describe('what comes in from the command line', () => {
  it('is read whole, its letters too that come in two halves', async () => {
    const bytes = Buffer.from('[{"name": "Grünspecht"}]');
    expect(await readAtMost(Readable.from([bytes.subarray(0, 13), bytes.subarray(13)]), 100)).toBe(
      '[{"name": "Grünspecht"}]',
    );
  });

  it('is given up once it is longer than may be, however long it would go on', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(1000, 'a');
    }
    expect(await readAtMost(Readable.from(endless()), 10_000)).toBeNull();
  });
});
