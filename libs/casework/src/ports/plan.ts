import type {
  AgencyId,
  CaseId,
  LeadStanding,
  PlanContact,
  PlanContactId,
  PlanLead,
  PlanLeadId,
  ToldEntry,
  ToldTopic,
} from '#libs/domain';

export interface ToldRecord extends ToldEntry {
  readonly id: string;
}

export interface PlanStore {
  /** The lead of a case that is offered or held; null when nobody elsewhere has anything to do with it. */
  liveLeadOf(caseId: CaseId): Promise<PlanLead | null>;
  findLead(id: PlanLeadId): Promise<PlanLead | null>;
  lockLead(id: PlanLeadId): Promise<PlanLead | null>;
  /** Whether what a lead elsewhere rests on still holds. */
  standingOf(lead: Pick<PlanLead, 'caseId' | 'agencyId' | 'userId'>): Promise<LeadStanding>;
  /** For a service that the plan is shared with: whether the case is closed, so that nothing is added. */
  isClosedToService(caseId: CaseId): Promise<boolean>;
  /** False when the case has a live lead elsewhere already. */
  offerLead(lead: PlanLead): Promise<boolean>;
  /** Saves a locked lead and moves its revision on. */
  saveLead(lead: PlanLead): Promise<void>;
  /** For the worker: leads elsewhere that have lost what they rest on. */
  lostLeads(limit: number): Promise<readonly PlanLeadId[]>;
  findContact(id: PlanContactId): Promise<PlanContact | null>;
  lockContact(id: PlanContactId): Promise<PlanContact | null>;
  insertContact(contact: PlanContact): Promise<void>;
  saveContact(contact: PlanContact): Promise<void>;
  /** What a service has noted as told about a case, still so. */
  toldTo(caseId: CaseId, agencyId: AgencyId): Promise<readonly ToldRecord[]>;
  noteTold(entry: ToldRecord): Promise<void>;
  endTold(entry: {
    readonly caseId: CaseId;
    readonly agencyId: AgencyId;
    readonly topic: ToldTopic;
  }): Promise<void>;
}
