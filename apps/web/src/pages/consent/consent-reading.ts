import { Injectable } from '@nestjs/common';
import type { Act, CaseId, StaffActor } from '#libs/domain';
import { caseConsent, PostgresUnitOfWork, type CaseConsent } from '#libs/persistence';
import { CaseReading } from '../cases/case-reading';
import { Colleagues, type NameOf } from '../colleagues/colleagues';

export type ConsentParts = Awaited<ReturnType<CaseReading['summary']>> & {
  readonly consent: CaseConsent;
  readonly nameOf: NameOf;
};

/** Reads the consent of one case for a page: codes, times and colleagues' names; nothing here opens a person's vault. */
@Injectable()
export class ConsentReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
  ) {}

  async ofCase(actor: StaffActor, act: Act, id: CaseId): Promise<ConsentParts> {
    const summary = await this.cases.summary(actor, act, id);
    const consent = await this.work.read(actor, (manager) => caseConsent(manager, id));
    const people = [
      ...consent.ledger.map(({ takenBy }) => takenBy),
      ...consent.overrides.flatMap(({ askedBy, decidedBy, reviewedBy }) => [askedBy, decidedBy, reviewedBy]),
    ];
    return { ...summary, consent, nameOf: await this.colleagues.names(people, actor.userId) };
  }
}
