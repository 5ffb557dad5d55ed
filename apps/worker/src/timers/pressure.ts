const LATEST_COUNTS_MILLISECONDS = 2_000;
const MOST_PATIENCE_MILLISECONDS = 2_000;
const OTHERS_WAIT_MILLISECONDS = 10_000;

/** How hard pressed the timers of this process are: what queue, sweep and the other loops tell one another. */
export class Pressure {
  private latest = { lagMilliseconds: 0, at: -Infinity };
  private stormSince: number | null = null;

  /** The queue answered a wake-up that was this late. */
  noteLag(lagMilliseconds: number): void {
    this.latest = { lagMilliseconds, at: performance.now() };
  }

  /**
   * How much longer than usual the sweep leaves a queue that works but is behind, so that two do not reach for the
   * same rows. A queue that has stopped is owed nothing.
   */
  get patienceMilliseconds(): number {
    const { lagMilliseconds, at } = this.latest;
    if (performance.now() - at > LATEST_COUNTS_MILLISECONDS) return 0;
    return Math.min(lagMilliseconds, MOST_PATIENCE_MILLISECONDS);
  }

  /** Runs what puts a storm of overdue timers to rest. */
  async during(storm: () => Promise<void>): Promise<void> {
    this.stormSince = performance.now();
    try {
      await storm();
    } finally {
      this.stormSince = null;
    }
  }

  /** Whether work that can wait should: figures and mail lose nothing by seconds, and a breach does. */
  get othersWait(): boolean {
    return this.stormSince !== null && performance.now() - this.stormSince < OTHERS_WAIT_MILLISECONDS;
  }
}
