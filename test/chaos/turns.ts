/** One after another for each name, in the order of asking. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.last.get(name) ?? Promise.resolve()).then(work, work);
    this.last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
