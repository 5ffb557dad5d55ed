import { Pressure } from './pressure';

describe('Pressure', () => {
  it('owes patience to a queue that works and is behind, as much as it is behind', () => {
    const pressure = new Pressure();

    pressure.noteLag(1_200);

    expect(pressure.patienceMilliseconds).toBe(1_200);
  });

  it('owes a queue that was never heard of nothing', () => {
    expect(new Pressure().patienceMilliseconds).toBe(0);
  });

  it('is patient for two seconds at most, however far the queue is behind', () => {
    const pressure = new Pressure();

    pressure.noteLag(3_600_000);

    expect(pressure.patienceMilliseconds).toBe(2_000);
  });

  it('loses patience with a queue that has stopped', () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const pressure = new Pressure();
    pressure.noteLag(1_200);

    clock.mockReturnValue(2_001);

    expect(pressure.patienceMilliseconds).toBe(0);
    clock.mockRestore();
  });

  it('lets other work wait while a storm lasts, and no longer, even when it ends in a fault', async () => {
    const pressure = new Pressure();
    const waited: boolean[] = [];

    const storm = pressure.during(() => {
      waited.push(pressure.othersWait);
      return Promise.reject(new Error('the database went away'));
    });

    await expect(storm).rejects.toThrow('the database went away');
    expect([...waited, pressure.othersWait]).toEqual([true, false]);
  });

  it('lets other work go on after ten seconds of a storm that does not end', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const pressure = new Pressure();

    await pressure.during(() => {
      clock.mockReturnValue(10_000);
      expect(pressure.othersWait).toBe(false);
      return Promise.resolve();
    });

    clock.mockRestore();
  });
});
