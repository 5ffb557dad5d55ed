import { Injectable } from '@nestjs/common';
import { OpenSharedCare } from '#libs/casework';
import {
  mayDo,
  type AgencyId,
  type CareAct,
  type CaseId,
  type DataClass,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../errors/problem';
import { CaseReader } from './case-reader';

/** A case in which the desk, or a service that works with the person, keeps records of support. */
export interface CareRead {
  readonly caseId: CaseId;
  readonly open: boolean;
  /** The service that reads; null for the desk. */
  readonly keptBy: AgencyId | null;
  /** Whether a reminder may be asked for at all. */
  readonly reminds: boolean;
}

/** Something of somebody's support, read once the case itself may be: at a service as far as it is shared (P6). */
@Injectable()
export class CareReader {
  constructor(
    private readonly cases: CaseReader,
    private readonly shared: OpenSharedCare,
    private readonly work: PostgresUnitOfWork,
  ) {}

  async with<Result>(
    actor: StaffActor,
    { id, act }: { readonly id: CaseId; readonly act: CareAct },
    read: (manager: EntityManager, found: CareRead, now: Instant) => Promise<Result>,
  ): Promise<Result> {
    if (!mayDo(actor, 'keep-shared-care'))
      return this.cases.with(actor, id, (manager, { caseId, closedAt }, now) =>
        read(manager, { caseId, open: closedAt === null, keptBy: null, reminds: true }, now),
      );
    const opened = await this.shared.execute(actor, { door: { kind: 'case', caseId: id }, act });
    if (opened.kind === 'not-found') throw notFound();
    const { caseId, classes } = opened;
    const found = { caseId, open: true, keptBy: actor.agencyId, reminds: reaches(classes) };
    return this.work.read(actor, (manager, now) => read(manager, found, now));
  }
}

function reaches(classes: readonly DataClass[]): boolean {
  return classes.includes('safe-contact');
}

/** Whether whoever reads keeps such records too; a service that may read them does. */
export function keepsToo(actor: StaffActor, keptBy: AgencyId | null, act: CareAct): boolean {
  return keptBy !== null || mayDo(actor, act);
}
