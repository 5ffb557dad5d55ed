import {
  BeginReview,
  ChangeRequest,
  DecidePackItem,
  OpenPack,
  ReceiveRequest,
  ReviewPack,
  SealPack,
  type ChangeRequestOutcome,
  type Once,
  type ReceiveRequestInput,
  type RequestChange,
} from '#libs/casework';
import { instant, type InformationRequestId, type ItemDecision } from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

export function done<Result>(once: Once<Result>): Result {
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

/** The acts of the desk in a line each. */
export class DeskActs {
  constructor(private readonly instance: () => TestInstance) {}

  async receive(change: Partial<ReceiveRequestInput> = {}, by = 'dpo') {
    const { webWork, vault, ids, persona, setNow } = this.instance();
    if (change.receivedAt === undefined) await setNow('2026-09-01T09:00:00Z');
    const receivedAt = change.receivedAt ?? instant('2026-09-01T08:00:00Z');
    const input: ReceiveRequestInput = {
      kind: 'subject-access',
      caseReference: null,
      receivedAt,
      receivedVia: 'letter',
      requester: 'person',
      name: 'Sample Wren',
      replyTo: 'Sample Lane 1',
      words: 'Everything you have about me, please.',
      counselling: false,
      ...change,
    };
    return done(await new ReceiveRequest(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async received(change: Partial<ReceiveRequestInput> = {}): Promise<InformationRequestId> {
    const outcome = await this.receive(change);
    if (outcome.kind !== 'received') throw new Error(JSON.stringify(outcome));
    return outcome.requestId;
  }

  async revision(id: InformationRequestId): Promise<number> {
    const [row] = await this.instance().admin<{ revision: number }>(
      'select revision from app.information_request where request_id = $1',
      [id],
    );
    return row!.revision;
  }

  async change(
    requestId: InformationRequestId,
    change: RequestChange,
    { by = 'dpo', revision }: { by?: string; revision?: number } = {},
  ): Promise<ChangeRequestOutcome> {
    const { webWork, vault, ids, persona } = this.instance();
    const input = { requestId, revision: revision ?? (await this.revision(requestId)), change };
    return done(await new ChangeRequest(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async beginReview(requestId: InformationRequestId, by = 'dpo') {
    const { webWork, persona } = this.instance();
    const input = { requestId, revision: await this.revision(requestId) };
    return done(await new BeginReview(webWork).execute(persona(by), input, onlyOnce()));
  }

  review(requestId: InformationRequestId, by = 'dpo') {
    const { webWork, vault, persona } = this.instance();
    return new ReviewPack(webWork, vault).execute(persona(by), requestId);
  }

  async decide(
    requestId: InformationRequestId,
    key: string,
    {
      decision,
      words = '',
      by = 'dpo',
      revision = 1,
    }: { decision: ItemDecision; words?: string; by?: string; revision?: number },
  ) {
    const { webWork, vault, ids, persona } = this.instance();
    const reason = decision === 'include' ? null : ('names-another-person' as const);
    const input = { requestId, key, revision, decision, reason, words };
    return done(await new DecidePackItem(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async seal(requestId: InformationRequestId, by = 'dpo') {
    const { webWork, vault, ids, persona } = this.instance();
    const input = { requestId, revision: await this.revision(requestId) };
    return done(await new SealPack(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  open(requestId: InformationRequestId, by = 'dpo') {
    const { webWork, vault, persona } = this.instance();
    return new OpenPack(webWork, vault).execute(persona(by), requestId);
  }
}
