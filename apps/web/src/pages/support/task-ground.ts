import { Injectable } from '@nestjs/common';
import { abuseGround } from '#libs/casework';
import type { SendingGround, StaffActor, SupportTask } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';

/** On what ground a task may be sent at this instant, so that a page shows the reason in place of a form. */
@Injectable()
export class TaskGround {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async of(actor: StaffActor, { kind, state, personId }: SupportTask): Promise<SendingGround | null> {
    if (state !== 'open' || (kind !== 'marac' && kind !== 'idva')) return null;
    return this.work.run(actor, (tx) => abuseGround(tx, { kind, personId }));
  }
}
