export interface Load {
  /** Acts finished a second. */
  readonly rate: number;
  /** Milliseconds that the slowest hundredth took at least. */
  readonly p99: number;
  readonly count: number;
}

/** So many clients, each doing one act after another, after a warm-up that is not counted. */
export async function closedLoop(options: {
  readonly clients: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly act: (client: number) => Promise<void>;
}): Promise<Load> {
  const { clients, warmSeconds, seconds, act } = options;
  const countFrom = performance.now() + warmSeconds * 1_000;
  const until = countFrom + seconds * 1_000;
  const taken: number[] = [];
  const run = async (client: number): Promise<void> => {
    for (;;) {
      const began = performance.now();
      if (began >= until) return;
      await act(client);
      const ended = performance.now();
      if (began >= countFrom && ended <= until) taken.push(ended - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  taken.sort((a, b) => a - b);
  return {
    rate: taken.length / seconds,
    p99: taken[Math.floor(taken.length * 0.99)] ?? 0,
    count: taken.length,
  };
}
