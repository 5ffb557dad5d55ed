import type { Once, Repeatable, Transaction, UnitOfWork } from '#libs/casework';
import type { Actor, Instant } from '#libs/domain';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { beginWork, claimsOf } from './begin-work';
import { findRepeat, keepResult, KEY_TAKEN } from './idempotency';
import { transactionOf, type TransactionParts } from './transaction-of';

/** Serialization failure and deadlock: PostgreSQL asks for the whole work to be done again. */
const AGAIN = ['40001', '40P01'];
const MOST_TRIES = 5;

/** What a unit of work is begun with: the one manager of its transaction, the service's clock, and who acts. */
export interface Begun {
  readonly manager: EntityManager;
  readonly now: Instant;
  readonly actor: Actor;
}

/** Units of work on one database role; what a transaction offers is the role's. */
export abstract class PostgresWork<Tx> {
  constructor(private readonly source: DataSource) {}

  protected abstract open(begun: Begun): Tx;

  run<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.transact(actor, (manager, now) => work(this.open({ manager, now, actor })));
  }

  /**
   * A read model's statements under the actor's claims: the same row-level security, nothing written.
   * `now` is the service's clock.
   */
  read<Result>(
    actor: Actor,
    work: (manager: EntityManager, now: Instant) => Promise<Result>,
  ): Promise<Result> {
    return this.transact(actor, work);
  }

  async once<Result extends object>(
    request: {
      readonly actor: Actor;
      readonly repeatable: Repeatable;
      readonly keep: (result: Result) => boolean;
    },
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Once<Result>> {
    const { actor, repeatable, keep } = request;
    const attempt = () =>
      this.transact<Once<Result>>(actor, async (manager, now) => {
        const repeat = await findRepeat<Result>(manager, { actor, repeatable });
        if (repeat !== null) return repeat;
        const result = await work(this.open({ manager, now, actor }));
        if (keep(result)) await keepResult(manager, { actor, repeatable, result });
        return { kind: 'done', result };
      });
    try {
      return await attempt();
    } catch (error) {
      if (!isCode(error, ['23505']) || constraintOf(error) !== KEY_TAKEN) throw error;
      return attempt();
    }
  }

  private async transact<Result>(
    actor: Actor,
    work: (manager: EntityManager, now: Instant) => Promise<Result>,
  ): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.source.transaction(async (manager) =>
          work(manager, await beginWork(manager, claimsOf(actor))),
        );
      } catch (error) {
        if (tries === MOST_TRIES || !isCode(error, AGAIN)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
      }
    }
  }
}

export class PostgresUnitOfWork extends PostgresWork<Transaction> implements UnitOfWork {
  constructor(
    source: DataSource,
    private readonly parts: TransactionParts,
  ) {
    super(source);
  }

  protected open(begun: Begun): Transaction {
    return transactionOf({ ...begun, parts: this.parts });
  }
}

function isCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof QueryFailedError && codes.includes(String(error.driverError.code));
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? String(error.driverError.constraint) : undefined;
}
