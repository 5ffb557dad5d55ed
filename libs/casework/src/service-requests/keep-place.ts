import { keepPlace, type StaffActor } from '#libs/domain';
import type { Once, Repeatable, UnitOfWork } from '../ports';
import { changeRequest, type RequestAct, type RequestOutcome } from './change-request';

export type KeepPlaceOutcome = RequestOutcome<'not-held'>;

/** Contact is stopped, somebody at the desk has looked, and the person keeps their place: the next look is due later. */
export class KeepPlace {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: RequestAct, repeatable: Repeatable): Promise<Once<KeepPlaceOutcome>> {
    return changeRequest<'not-held'>(
      this.unitOfWork,
      { actor, act: 'keep-requests', input, repeatable },
      { decide: keepPlace },
    );
  }
}
