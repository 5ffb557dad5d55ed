import { Injectable } from '@nestjs/common';
import type { Act, CaseId, CodeVersion, Duty, DutyId, Entitlement, StaffActor } from '#libs/domain';
import {
  codeVersions,
  dutiesOfCase,
  dutyHistory,
  dutyLedger,
  enhancedRightsOf,
  movedDueTimes,
  PostgresUnitOfWork,
} from '#libs/persistence';
import { CaseReading } from '../cases/case-reading';

/** Reads the rights of a case for its pages, in codes and times. */
@Injectable()
export class RightsReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
  ) {}

  async ofCase(actor: StaffActor, act: Act, id: CaseId) {
    const parts = await this.cases.summary(actor, act, id);
    const read = await this.work.read(actor, async (manager) => ({
      versions: await codeVersions(manager),
      duties: await dutiesOfCase(manager, id),
      enhanced: await enhancedRightsOf(manager, [id]),
      history: await dutyHistory(manager, id),
      moved: await movedDueTimes(manager, id),
    }));
    return { ...parts, ...read };
  }

  /** One right of a case with every time that it has had; the duty is undefined where the reader may not see it. */
  async timeOf(
    actor: StaffActor,
    act: Act,
    { id, dutyId }: { readonly id: CaseId; readonly dutyId: DutyId },
  ) {
    const parts = await this.cases.summary(actor, act, id);
    const read = await this.work.read(actor, async (manager) => ({
      versions: await codeVersions(manager),
      duty: (await dutiesOfCase(manager, id)).find((one) => one.id === dutyId),
      ledger: await dutyLedger(manager, { caseId: id, dutyId }),
    }));
    return { ...parts, ...read };
  }
}

/** What `RightsReading.ofCase` answers. */
export type RightsParts = Awaited<ReturnType<RightsReading['ofCase']>>;

/** The row of the catalogue under which a duty was opened; null where its version is not there. */
export function rowOf(
  versions: readonly CodeVersion[],
  duty: Pick<Duty, 'codeVersion' | 'entitlementId'>,
): Entitlement | null {
  const version = versions.find((one) => one.version === duty.codeVersion);
  return version?.entitlements.find(({ id }) => id === duty.entitlementId) ?? null;
}
