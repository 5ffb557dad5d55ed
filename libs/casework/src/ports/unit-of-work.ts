import type { Actor } from '#libs/domain';
import type { Transaction } from './transaction';

/** What makes a repeated request recognisable: the same key with the same content is the same act (P11). */
export interface Repeatable {
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the canonical request, keyed, so that it tells nothing about its content. */
  readonly requestHash: Buffer;
}

export type Once<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'repeated'; readonly result: Result }
  | { readonly kind: 'key-used-for-another-request' };

/**
 * The one path of every change (DESIGN §2): claims are set, the clock is read, `work` runs, and everything it wrote
 * commits together or not at all. A refusal is a result like any other; it commits what the use case wrote, which
 * is nothing unless the use case says otherwise.
 */
export interface UnitOfWork {
  run<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result>;

  /**
   * As `run`, but the same key never does the work twice: its stored result answers the second time. Only results
   * for which `keep` is true are stored, so a refused request can be put right and sent again under its key.
   */
  once<Result extends object>(
    request: {
      readonly actor: Actor;
      readonly repeatable: Repeatable;
      readonly keep: (result: Result) => boolean;
    },
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Once<Result>>;
}
