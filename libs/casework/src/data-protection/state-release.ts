import {
  mayDo,
  missingForRelease,
  releaseDecideRefusal,
  stepRequest,
  type InformationRequestId,
  type MissingForRelease,
  type Notification,
  type PersonView,
  type ReleaseDecideRefusal,
  type ReleasedClass,
  type ReleaseTest,
  type RequestActRefusal,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { holdReleased } from '../retention/hold-released';
import type {
  Ids,
  Once,
  ReleaseRecord,
  Repeatable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { lockRequest, saveActed } from './change-request';
import { dateRules } from './date-rules';
import { openWords, sealWords, type RequestWords } from './seal-request';

export interface StateReleaseInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
  readonly counselling: boolean;
  /** A test each, in the requester's words; one without words is not stated. */
  readonly stated: Readonly<Partial<Record<ReleaseTest, string>>>;
  readonly seniorApproved: boolean;
  readonly notification: Notification | null;
  readonly view: PersonView | null;
  readonly released: readonly ReleasedClass[];
  readonly legalHold: boolean;
}

export type StateReleaseOutcome =
  | { readonly kind: 'stated'; readonly missing: readonly MissingForRelease[] }
  | NotFound
  | Stale
  | Refused<RequestActRefusal | 'unreadable'>;

/** Writes down what a request for a person's information states: the tests, whom we told, and what would be released. */
export class StateRelease {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: StateReleaseInput,
    repeatable: Repeatable,
  ): Promise<Once<StateReleaseOutcome>> {
    const sealed = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'keep-data-requests')) return null;
      const request = await tx.informationRequests.find(input.requestId);
      if (request === null) return null;
      const basis = `data-request ${request.reference}`;
      const personId = request.personId ?? request.id;
      await tx.accessLog.record([{ personId, caseId: null, what: 'request-words', basis }]);
      return tx.informationRequests.sealedOf(input.requestId);
    });
    const words = await openWords(this.vault, sealed);
    const subject = sealed === null ? null : await this.vault.of(sealed.personId ?? sealed.recordId);
    const opened =
      words !== null && subject?.kind === 'open' && sealed !== null
        ? { words, sealer: subject.vault, personId: sealed.personId }
        : null;
    return this.unitOfWork.once<StateReleaseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'stated' },
      (tx) => this.state(tx, { actor, input, opened }),
    );
  }

  private async state(
    tx: Transaction,
    options: {
      actor: StaffActor;
      input: StateReleaseInput;
      opened: { words: RequestWords; sealer: SubjectVault; personId: RequestPerson } | null;
    },
  ): Promise<StateReleaseOutcome> {
    const { actor, input, opened } = options;
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, input);
    if (locked.kind !== 'locked') return locked;
    const { request } = locked;
    const before = await tx.informationRequests.releaseOf(request.id);
    if (before === null) return refuse('not-for-this-kind');
    if (request.state !== 'received') return refuse('moved-on');
    if (opened === null) return refuse('unreadable');
    const release = releaseOf(before, { actor, input, now: tx.now });
    await tx.informationRequests.saveRelease(release);
    const { sealer, personId } = opened;
    const words = { ...opened.words, stated: statedOf(input.stated) };
    await sealWords(tx, { sealer, recordId: request.id, personId, words });
    await tx.informationRequests.save(request);
    return { kind: 'stated', missing: missingForRelease(release) };
  }
}

type RequestPerson = NonNullable<
  Awaited<ReturnType<Transaction['informationRequests']['sealedOf']>>
>['personId'];

function statedOf(stated: StateReleaseInput['stated']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(stated).filter(([, words]) => words.trim() !== ''));
}

function releaseOf(
  before: ReleaseRecord,
  { actor, input, now }: { actor: StaffActor; input: StateReleaseInput; now: Transaction['now'] },
): ReleaseRecord {
  const { counselling, seniorApproved, notification, view, released, legalHold } = input;
  const tests = Object.keys(statedOf(input.stated)) as ReleaseTest[];
  const notifiedAt =
    notification === null ? null : notification === before.notification ? before.notifiedAt : now;
  const taken =
    view === null
      ? { viewTakenBy: null, viewTakenAt: null }
      : view === before.view
        ? { viewTakenBy: before.viewTakenBy, viewTakenAt: before.viewTakenAt }
        : { viewTakenBy: actor.userId, viewTakenAt: now };
  const told = { notification, notifiedAt, view, ...taken };
  return { ...before, counselling, tests, seniorApproved, ...told, released, legalHold };
}

export interface DecideReleaseInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
  readonly decision: 'propose' | 'approve' | 'decline';
}

export type DecideReleaseOutcome =
  | { readonly kind: 'decided'; readonly decision: DecideReleaseInput['decision'] }
  | NotFound
  | Stale
  | Refused<RequestActRefusal | ReleaseDecideRefusal | MissingForRelease>;

/** The desk proposes a release, another person lets it go or sends it back. Without every test it is not proposed. */
export class DecideRelease {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: DecideReleaseInput,
    repeatable: Repeatable,
  ): Promise<Once<DecideReleaseOutcome>> {
    return this.unitOfWork.once<DecideReleaseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => this.decide(tx, actor, input),
    );
  }

  private async decide(
    tx: Transaction,
    actor: StaffActor,
    input: DecideReleaseInput,
  ): Promise<DecideReleaseOutcome> {
    const { decision } = input;
    if (!mayDo(actor, decision === 'propose' ? 'keep-data-requests' : 'decide-release')) return NOT_FOUND;
    const locked = await lockRequest(tx, input);
    if (locked.kind !== 'locked') return locked;
    const { request: before } = locked;
    const release = await tx.informationRequests.releaseOf(before.id);
    if (release === null) return refuse('not-for-this-kind');
    const [missing] = missingForRelease(release);
    if (decision !== 'decline' && missing !== undefined) return refuse(missing);
    const refusal = decision === 'propose' ? null : releaseDecideRefusal(before, actor.userId);
    if (refusal !== null) return refuse(refusal);
    const rules = await dateRules(tx);
    const at = { ...rules, now: tx.now };
    const settlement =
      release.counselling && !release.released.includes('counselling-records')
        ? 'released-in-part'
        : 'released-in-full';
    const steps = {
      propose: () =>
        stepRequest(
          { ...before, proposedBy: actor.userId, decidedBy: null },
          { event: 'propose', type: 'release-proposed', at, payload: { classes: release.released } },
        ),
      approve: () =>
        stepRequest(
          { ...before, decidedBy: actor.userId, settlement },
          {
            event: 'settle',
            type: 'released',
            at,
            reason: settlement,
            payload: { classes: release.released },
          },
        ),
      decline: () =>
        stepRequest(
          { ...before, decidedBy: null, proposedBy: null },
          { event: 'decline', type: 'release-declined', at },
        ),
    };
    const result = steps[decision]();
    if (result.kind === 'refused') return result;
    await saveActed(tx, { before, result, rules });
    if (decision === 'approve' && release.legalHold) {
      await holdReleased(tx, { actor, ids: this.ids, request: result.request });
    }
    return { kind: 'decided', decision };
  }
}
