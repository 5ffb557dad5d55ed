import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import {
  whoAnswers,
  type Act,
  type Answering,
  type CaseId,
  type SupportLabels,
  type StaffActor,
} from '#libs/domain';
import {
  caseConsent,
  casePlan,
  peopleAway,
  PostgresUnitOfWork,
  promisedCallOf,
  sharedCaseClosed,
  type CasePlan,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';

/** Reads a plan for its pages, in codes and times: the desk's from its case, a service's own through a share. */
@Injectable()
export class PlanReading {
  readonly labels: SupportLabels;

  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(AREA_PACK) { labels }: AreaPack,
  ) {
    this.labels = labels;
  }

  async ofCase(actor: StaffActor, act: Act, id: CaseId) {
    const parts = await this.cases.summary(actor, act, id);
    const { summary } = parts;
    const read = await this.work.read(actor, async (manager) => ({
      plan: await casePlan(manager, id),
      consent: await caseConsent(manager, id),
      promised: await promisedCallOf(manager, id),
      away: await peopleAway(manager),
    }));
    const { ownerTeamId, ownerUserId, relation } = summary;
    const owned = { ownerTeamId, ownerUserId, handlingAgencyId: relation.handlingAgencyId };
    const answering: Answering = whoAnswers(owned, (userId) => read.away.has(userId));
    return {
      ...parts,
      ...read,
      answering,
      labels: this.labels,
      nameOf: await this.names(actor, read.plan, ownerUserId),
    };
  }

  /** As row-level security lets a service read it; whoever asks has opened the share first. */
  async ofShare(actor: StaffActor, caseId: CaseId) {
    const { plan, closed, now } = await this.work.read(actor, async (manager, at) => ({
      plan: await casePlan(manager, caseId),
      closed: await sharedCaseClosed(manager, caseId),
      now: at,
    }));
    return { plan, closed, now, labels: this.labels, nameOf: await this.names(actor, plan, null) };
  }

  /** Colleagues of the reader's own agency have names here; everybody else is their service. */
  private names(actor: StaffActor, { lead, contacts, told }: CasePlan, owner: StaffActor['userId'] | null) {
    const own = [
      ...contacts.filter(({ agencyId }) => agencyId === actor.agencyId).map(({ userId }) => userId),
      ...told.filter(({ agencyId }) => agencyId === actor.agencyId).map(({ recordedBy }) => recordedBy),
      lead?.agencyId === actor.agencyId ? lead.userId : null,
    ];
    return this.colleagues.names([owner, ...own], actor.userId);
  }
}

/** What `PlanReading.ofCase` answers. */
export type PlanParts = Awaited<ReturnType<PlanReading['ofCase']>>;
export type SharedPlanParts = Awaited<ReturnType<PlanReading['ofShare']>>;
