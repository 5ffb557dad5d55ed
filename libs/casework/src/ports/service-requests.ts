import type {
  AgencyId,
  CaseId,
  DomainEvent,
  Instant,
  KeptMinimum,
  PersonId,
  RequestClocks,
  RequestMinimum,
  ServiceId,
  ServiceRequest,
  ServiceRequestId,
  ShareId,
  SupportKind,
  UserId,
} from '#libs/domain';

export interface ServiceRequestStore {
  /** The clocks in force at an instant; the assumptions of `DEFAULT_REQUEST_CLOCKS` where an area states none. */
  clocks(at: Instant): Promise<RequestClocks>;
  find(id: ServiceRequestId): Promise<ServiceRequest | null>;
  /** Locks one until the transaction ends; null when there is none that the actor may see. */
  lock(id: ServiceRequestId): Promise<ServiceRequest | null>;
  /** Adds one; false when the same service is asked for the same kind in this case already. */
  insert(request: ServiceRequest): Promise<boolean>;
  /** Saves a locked one and moves its revision on. */
  save(request: ServiceRequest): Promise<void>;
  /** Writes what happened into the history of its request. */
  note(step: { readonly request: ServiceRequest; readonly events: readonly DomainEvent[] }): Promise<void>;
  /** Locks those of a person that are not over, in the order of their ids. */
  lockLiveOf(personId: PersonId): Promise<readonly ServiceRequest[]>;
  lockLiveOfCase(caseId: CaseId): Promise<readonly ServiceRequest[]>;
  /** Locks what a person of a provider or a manager holds. */
  lockHeldBy(userId: UserId): Promise<readonly ServiceRequest[]>;
  /** Locks a request with everything before and after it in its chain, in the order of the ids. */
  lockChain(id: ServiceRequestId): Promise<readonly ServiceRequest[]>;
  /**
   * Whether another request of the same need lives: everything before and after this one. Two who ask at once about one
   * case are answered one after the other, so that no need is left out by both.
   */
  needGoesOn(id: ServiceRequestId): Promise<boolean>;
  /** Services that were asked in the chain of this request, itself included. */
  triedInChain(id: ServiceRequestId): Promise<readonly ServiceId[]>;
  /** Services that said no, passed it on or stayed silent when this case asked for this kind of support. */
  tried(asked: { readonly caseId: CaseId; readonly kind: SupportKind }): Promise<readonly ServiceId[]>;
  /** Whether a wall, or the person somebody is kept apart from, shuts this agency to them: for decisions, never for a page. */
  agencyBarred(asked: { readonly personId: PersonId; readonly agencyId: AgencyId }): Promise<boolean>;
  /**
   * Whether a request may not be accepted as things stand: contact is stopped, or a wall has gone up since it was sent.
   * Also for the service itself, which learns no more than that.
   */
  notAtPresent(id: ServiceRequestId): Promise<boolean>;
  /** What a stored routing decision of this case offered for this kind, best first; none when there is none. */
  candidates(asked: {
    readonly decisionId: string;
    readonly caseId: CaseId;
    readonly kind: SupportKind;
  }): Promise<readonly ServiceId[]>;

  /** Codes of the person and the case that a service may see before it answers. */
  minimumFacts(of: { readonly caseId: CaseId; readonly personId: PersonId }): Promise<KeptMinimum>;
  saveMinimum(request: ServiceRequest, minimum: KeptMinimum): Promise<void>;
  /** For the service whose answer is waited for; null once it has answered, and where there is no ground. */
  minimumOf(id: ServiceRequestId): Promise<RequestMinimum | null>;
  /** Puts a line into the receiving agency's inbox: that there is a request, or that it was taken back. */
  tellService(
    request: ServiceRequest,
    told: { readonly kind: 'sent' | 'withdrawn'; readonly at: Instant },
  ): Promise<void>;

  /** Whether another request that is not over leans on this share. */
  leansOnShare(asked: { readonly shareId: ShareId; readonly besides: ServiceRequestId }): Promise<boolean>;

  /** Those with something to note by the database's clock, the earliest first. */
  due(limit: number): Promise<readonly ServiceRequestId[]>;
  lockDue(id: ServiceRequestId): Promise<ServiceRequest | null>;
  /** Of the next so many that were sent and live: those whose ground went away by itself. */
  withoutGround(slice: GroundSlice): Promise<GroundLook>;
  /** Those whose next step does not fit with whether the person may be contacted. */
  besideStops(limit: number): Promise<readonly ServiceRequestId[]>;
  /** Those held by an account that is closed, or by somebody whom a wall keeps from the person, or at such an agency. */
  inLostHands(limit: number): Promise<readonly ServiceRequestId[]>;
  /** Those that no service has accepted, and whose service has been retired. */
  atRetiredServices(limit: number): Promise<readonly ServiceRequestId[]>;
  /** Who holds it that may not any more: its worker, its manager, or its whole agency. */
  lostHands(id: ServiceRequestId): Promise<LostHands>;
  /** An active manager of the handling agency who may look: the one whom silence is named to; null when there is none. */
  managerFor(
    request: Pick<ServiceRequest, 'caseId' | 'handlingAgencyId' | 'landedOn'>,
  ): Promise<UserId | null>;
  /** Leaves a notice for whoever must hear of it: the people of the receiving team, or of the desk, or the manager. */
  tell(request: ServiceRequest, whom: 'service' | 'desk' | 'manager', at: Instant): Promise<void>;
  /**
   * Whether requests may be allocated to this person: an active worker or coordinator of the agency, before whom no wall
   * stands and who does not support somebody from whom the person is kept apart.
   */
  mayHold(asked: {
    readonly userId: UserId;
    readonly agencyId: AgencyId;
    readonly caseId: CaseId;
  }): Promise<boolean>;
}

export interface GroundSlice {
  /** Where the look before this one ended; null to begin anew. */
  readonly after: ServiceRequestId | null;
  /** How many are looked at. */
  readonly look: number;
}

export interface GroundLook {
  readonly bare: readonly ServiceRequestId[];
  /** Where the next look begins; null when this one came to the end. */
  readonly last: ServiceRequestId | null;
}

export interface LostHands {
  readonly worker: boolean;
  readonly manager: boolean;
  readonly agency: boolean;
}
