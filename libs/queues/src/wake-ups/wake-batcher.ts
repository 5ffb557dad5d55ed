interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what arrives within a few milliseconds and hands it on together, one batch at a time: while a batch is
 * being committed the next one fills, so the batches grow with the load and thousands due at once take few
 * transactions. Each caller's promise settles when its own batch has.
 */
export class WakeBatcher<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private busy = false;

  constructor(
    private readonly options: {
      readonly handle: (items: readonly Item[]) => Promise<readonly Answer[]>;
      readonly gatherMilliseconds: number;
      readonly largest: number;
    },
  ) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      setTimeout(() => void this.drain(), this.options.gatherMilliseconds);
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) await this.settle(this.waiting.splice(0, this.options.largest));
    this.busy = false;
  }

  private async settle(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.options.handle(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error('a batch was not answered item by item');
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }
}
