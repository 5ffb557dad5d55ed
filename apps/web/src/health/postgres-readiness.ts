import type { InstanceStore } from '#libs/persistence';
import type { Pool } from 'pg';
import type { Readiness, ReadinessCheck } from './readiness';

/** Both databases answer: without the keys no name can be read, so no page about a person would work. */
export class PostgresReadiness implements Readiness {
  constructor(
    private readonly instance: InstanceStore,
    private readonly keys: Pool,
  ) {}

  check(): Promise<readonly ReadinessCheck[]> {
    return Promise.all([
      answers('database', this.instance.state()),
      answers('keys', this.keys.query('select 1')),
    ]);
  }
}

async function answers(name: string, question: Promise<unknown>): Promise<ReadinessCheck> {
  const ready = await question.then(
    () => true,
    () => false,
  );
  return { name, ready };
}
