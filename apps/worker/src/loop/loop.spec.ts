import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { Loop } from './loop';

const logger = pino({ level: 'silent' });

describe('Loop', () => {
  it('goes round again after the wait that the round asked for', async () => {
    let rounds = 0;
    const loop = new Loop({
      name: 'test',
      logger,
      round: () => Promise.resolve((rounds += 1) < 3 ? 0 : 60_000),
    });

    loop.start();
    await pause(50);
    await loop.stop();

    expect(rounds).toBe(3);
  });

  it('never has two rounds at once, and stops only when the last has ended', async () => {
    let open = 0;
    let most = 0;
    const loop = new Loop({
      name: 'test',
      logger,
      round: async () => {
        open += 1;
        most = Math.max(most, open);
        await pause(10);
        open -= 1;
        return 0;
      },
    });

    loop.start();
    await pause(45);
    await loop.stop();

    expect(most).toBe(1);
    expect(open).toBe(0);
  });

  it('goes on after a fault', async () => {
    let rounds = 0;
    const loop = new Loop({
      name: 'test',
      logger,
      round: () => {
        rounds += 1;
        return rounds === 1 ? Promise.reject(new Error('the database went away')) : Promise.resolve(60_000);
      },
    });

    loop.start();
    await pause(1_100);
    await loop.stop();

    expect(rounds).toBe(2);
  });

  it('starts no round after it was stopped', async () => {
    let rounds = 0;
    const loop = new Loop({ name: 'test', logger, round: () => Promise.resolve((rounds += 1)) });

    loop.start();
    await loop.stop();
    await pause(20);

    expect(rounds).toBe(0);
  });
});
