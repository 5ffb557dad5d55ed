import { Injectable } from '@nestjs/common';
import { mayActOn, type CaseId, type Instant, type StaffActor } from '#libs/domain';
import { caseSummary, PostgresUnitOfWork, type CaseSummary } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../errors/problem';
import { caseView, type CaseView } from './case.view';

/** A case as this person may see it; what is hidden from them is not there. */
@Injectable()
export class CaseReader {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  view(actor: StaffActor, id: string): Promise<CaseView> {
    return this.unitOfWork.read(actor, async (manager, now) =>
      caseView(await visible(manager, actor, id), actor, now),
    );
  }

  /** Something of a case that is read only once the case itself may be. */
  with<Result>(
    actor: StaffActor,
    id: string,
    read: (manager: EntityManager, caseFile: CaseSummary, now: Instant) => Promise<Result>,
  ): Promise<Result> {
    return this.unitOfWork.read(actor, async (manager, now) =>
      read(manager, await visible(manager, actor, id), now),
    );
  }
}

async function visible(manager: EntityManager, actor: StaffActor, id: string): Promise<CaseSummary> {
  const summary = await caseSummary(manager, id as CaseId);
  if (summary === null || !mayActOn(actor, 'open-case', summary.relation)) throw notFound();
  return summary;
}
