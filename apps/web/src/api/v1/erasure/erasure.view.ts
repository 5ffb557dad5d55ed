import { ApiProperty } from '@nestjs/swagger';
import {
  ERASURE_DECLINE_REASONS,
  erasureMachine,
  isoOf,
  mayDecideErasure,
  mayDo,
  RETENTION_OUTCOMES,
  type Erasure,
  type ErasureChange,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const CAUSES = ['request', 'retention', 'replayed'];
const CHANGES: readonly ErasureChange[] = ['propose', 'approve', 'decline', 'withdraw'];

/** One entry of the ledger of erasures: codes, ids and times. */
export class ErasureView {
  @IdProperty('The erasure.')
  id: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(Object.keys(erasureMachine.transitions), 'Where it stands.')
  state: string;

  @CodeProperty(
    CAUSES,
    'Why: the person asked, the schedule says so, or it was erased before a backup came back.',
  )
  cause: string;

  @CodeProperty(RETENTION_OUTCOMES, 'How the episode ended; null when it was asked for.', { nullable: true })
  outcome: string | null;

  @NumberProperty('The version of the schedule that says so.', 1, { nullable: true })
  ruleVersion: number | null;

  @DayProperty('From when the schedule lets it go.', { nullable: true })
  dueOn: string | null;

  @IdProperty('Who proposed it.', { nullable: true })
  proposedBy: string | null;

  @InstantProperty('When it was proposed.', { nullable: true })
  proposedAt: string | null;

  @IdProperty('Who decided.', { nullable: true })
  decidedBy: string | null;

  @InstantProperty('When it was decided.', { nullable: true })
  decidedAt: string | null;

  @CodeProperty(ERASURE_DECLINE_REASONS, 'Why it is kept.', { nullable: true })
  declineReason: string | null;

  @InstantProperty('When the key was destroyed.', { nullable: true })
  doneAt: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ErasurePageView {
  @ApiProperty({ type: [ErasureView], description: 'Live: in the order in which they came.' })
  items: ErasureView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class ErasureProposedView {
  @IdProperty('The erasure.')
  id: string;
}

export function erasureView(erasure: Erasure, actor: StaffActor): ErasureView {
  const { id, reference, state, cause, outcome, ruleVersion, dueOn, proposedBy, decidedBy } = erasure;
  const path = `/api/v1/erasures/${id}`;
  const iso = (at: Instant | null) => at && isoOf(at);
  return {
    id,
    reference,
    state,
    cause,
    outcome,
    ruleVersion,
    dueOn,
    proposedBy,
    proposedAt: iso(erasure.proposedAt),
    decidedBy,
    decidedAt: iso(erasure.decidedAt),
    declineReason: erasure.decisionReason,
    doneAt: iso(erasure.doneAt),
    etag: entityTag(erasure.revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: mayDo(actor, 'see-retention') },
      ...CHANGES.map((change) => ({
        action: change,
        method: 'POST' as const,
        href: `${path}/decision`,
        may: mayDecideErasure(actor, { erasure, change }).kind === 'may',
      })),
    ]),
  };
}
