import { Injectable } from '@nestjs/common';
import { ChangeRequest, type Repeatable, type RequestChange } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { done } from '../requests/done';
import { informationRequestView, type InformationRequestView } from './information-request.view';
import { actRefusals } from './request.copy';

/** One act on one request, at the version that was read. */
export interface ActOn {
  readonly id: string;
  readonly revision: number;
}

/** What the acts on a request share: the step itself, and how the request stands after it. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly changeRequest: ChangeRequest,
  ) {}

  /** `answer` names the field of the body that a refusal can be about. */
  async change(
    actor: StaffActor,
    { id, revision, change, answer }: ActOn & { readonly change: RequestChange; readonly answer?: string },
    repeatable: Repeatable,
  ): Promise<InformationRequestView> {
    const input = { requestId: id as InformationRequestId, revision, change };
    done(await this.changeRequest.execute(actor, input, repeatable), actRefusals(answer));
    return this.standing(actor, id);
  }

  /** In codes and times alone: nothing of it names anybody. */
  standing(actor: StaffActor, id: string): Promise<InformationRequestView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await tx.informationRequests.find(id as InformationRequestId);
      if (request === null) throw notFound();
      return informationRequestView(request, { actor, now: tx.now });
    });
  }
}
