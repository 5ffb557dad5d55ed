import {
  AcceptRequest,
  AcknowledgeRequest,
  AllocateRequest,
  ChooseBetween,
  ChooseService,
  DeclineRequest,
  EndSupport,
  FireRequests,
  NoteReview,
  NoteStillWanted,
  ProposeRequest,
  RedirectRequest,
  SendRequest,
  StartSupport,
  TakeOnRequest,
  WithdrawRequest,
  type Once,
  type ProposeRequestInput,
  type Repeatable,
  type RequestAct,
} from '#libs/casework';
import type {
  CaseId,
  DataClass,
  RequestDecline,
  RequestEnding,
  RequestWithdrawal,
  ServiceId,
  ServiceRequestId,
  StaffActor,
  StillWantedAnswer,
  UserId,
} from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';
import { ConsentActs } from '../consent/support';

const id = (last: string) => `00000000-0000-7000-8000-000000000${last}` as ServiceId;
export const WILLOW_ISVA = id('309');
export const WILLOW_CHILD = id('30a');
export const OUTSIDE_ISVA = id('301');
export const OTHER_OUTSIDE_ISVA = id('303');
export const SARC = id('307');
export const COUNSELLING = id('302');
export const SIGNPOSTED_GP = id('30d');
export const REPORTED = '2026-03-02T10:00:00Z';

interface Act<Input, Result> {
  execute(actor: StaffActor, input: Input, repeatable: Repeatable): Promise<Once<Result & object>>;
}

/** The acts on requests for support in a line each, for tests that are about what comes of them. */
export class RequestActs {
  readonly consent: ConsentActs;

  constructor(private readonly instance: () => TestInstance) {
    this.consent = new ConsentActs(instance);
  }

  propose(caseId: CaseId, change: Partial<ProposeRequestInput> = {}, by = 'responder') {
    const { webWork, ids } = this.instance();
    const input: ProposeRequestInput = {
      caseId,
      kind: 'isva',
      serviceId: WILLOW_ISVA,
      band: 'soon',
      decisionId: null,
      reason: 'persons-choice',
      ...change,
    };
    return this.run(new ProposeRequest(webWork, ids), input, by);
  }

  send = (request: RequestAct, by = 'responder') => this.run(new SendRequest(this.web), request, by);
  acknowledge = (request: RequestAct, by = 'coordinator') =>
    this.run(new AcknowledgeRequest(this.web), request, by);
  accept = (request: RequestAct, by = 'coordinator', allocateTo: UserId | null = null) =>
    this.run(new AcceptRequest(this.web, this.instance().ids), { ...request, allocateTo }, by);
  decline = (request: RequestAct, by = 'coordinator', reason: RequestDecline = 'list-closed') =>
    this.run(new DeclineRequest(this.web, this.instance().ids), { ...request, reason }, by);
  redirect = (request: RequestAct, toServiceId: ServiceId, by = 'coordinator') =>
    this.run(
      new RedirectRequest(this.web, this.instance().ids),
      { ...request, toServiceId, reason: 'fits-better' as const },
      by,
    );
  choose = (request: RequestAct, serviceId: ServiceId, by = 'responder') =>
    this.run(
      new ChooseService(this.web, this.instance().ids),
      { ...request, serviceId, reason: 'persons-choice' as const },
      by,
    );
  stillWanted = (request: RequestAct, answer: StillWantedAnswer, by = 'coordinator') =>
    this.run(new NoteStillWanted(this.web), { ...request, answer }, by);
  allocate = (request: RequestAct, userId: UserId, by = 'coordinator') =>
    this.run(new AllocateRequest(this.web), { ...request, userId }, by);
  start = (request: RequestAct, by = 'adviser') => this.run(new StartSupport(this.web), request, by);
  review = (request: RequestAct, by = 'adviser') => this.run(new NoteReview(this.web), request, by);
  end = (request: RequestAct, by = 'adviser', ending: RequestEnding = 'planned') =>
    this.run(new EndSupport(this.web), { ...request, ending }, by);
  withdraw = (request: RequestAct, by = 'responder', reason: RequestWithdrawal = 'not-needed') =>
    this.run(new WithdrawRequest(this.web), { ...request, reason }, by);
  takeOn = (request: RequestAct, by = 'manager') => this.run(new TakeOnRequest(this.web), request, by);
  chooseBetween = (request: RequestAct, keep: ServiceRequestId, by = 'responder') =>
    this.run(new ChooseBetween(this.web), { ...request, keep }, by);

  /** What a service may know, agreed to; asked for, and sent. */
  async sent(
    caseId: CaseId,
    dataClasses: readonly DataClass[] = ['identity', 'safe-contact', 'needs'],
  ): Promise<ServiceRequestId> {
    await this.consent.record(caseId, { dataClasses });
    const requestId = await this.proposed(caseId);
    const sent = await this.send(await this.now(requestId));
    if (sent.kind !== 'changed') throw new Error(JSON.stringify(sent));
    return requestId;
  }

  async proposed(...asked: Parameters<RequestActs['propose']>): Promise<ServiceRequestId> {
    const proposed = await this.propose(...asked);
    if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
    return proposed.requestId;
  }

  /** A request as somebody who just opened its page would act on it. */
  async now(requestId: ServiceRequestId): Promise<RequestAct> {
    return { requestId, revision: (await this.row(requestId)).revision };
  }

  async row(requestId: ServiceRequestId): Promise<RawRequest> {
    const [row] = await this.instance().admin<RawRequest>(
      'select * from app.service_request where request_id = $1',
      [requestId],
    );
    if (!row) throw new Error('there is no such request');
    return row;
  }

  async following(requestId: ServiceRequestId): Promise<RawRequest | undefined> {
    const [row] = await this.instance().admin<RawRequest>(
      'select * from app.service_request where instead_of = $1',
      [requestId],
    );
    return row;
  }

  /** What the timer does at this time, until nothing more is due. */
  async timersAt(iso: string): Promise<void> {
    const { workerWork, ids, setNow } = this.instance();
    await setNow(iso);
    const fire = new FireRequests(workerWork, ids);
    for (let round = 0; (await fire.execute({ limit: 200 })) > 0; round += 1) {
      if (round > 50) throw new Error('the timer finds the same requests again and again');
    }
  }

  private get web() {
    return this.instance().webWork;
  }

  private async run<Input, Result>(act: Act<Input, Result>, input: Input, by: string): Promise<Result> {
    const once = await act.execute(this.instance().persona(by), input, onlyOnce());
    if (once.kind === 'key-used-for-another-request') throw new Error(once.kind);
    return once.result;
  }
}

export interface RawRequest {
  readonly request_id: ServiceRequestId;
  readonly state: string;
  readonly step: string | null;
  readonly service_id: ServiceId | null;
  readonly suggested_service_id: ServiceId | null;
  readonly agency_id: string | null;
  readonly first_asked_at: Date;
  readonly due_at: Date | null;
  readonly next_fire_at: Date | null;
  readonly reminded_at: Date | null;
  readonly offered_next_at: Date | null;
  readonly landed_at: Date | null;
  readonly landed_on: UserId | null;
  readonly managed_by: UserId | null;
  readonly allocated_to: UserId | null;
  readonly share_id: string | null;
  readonly withdraw_reason: string | null;
  readonly revision: number;
}
