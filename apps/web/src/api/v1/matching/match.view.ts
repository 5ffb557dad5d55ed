import { ApiProperty } from '@nestjs/swagger';
import type { MatchOpened, MatchSide } from '#libs/casework';
import {
  AGE_BANDS,
  isoOf,
  MATCH_EVIDENCE,
  MATCH_REASONS,
  MATCH_STATES,
  mayDo,
  SOURCES,
  UNDO_REASONS,
  type MatchReviewId,
  type StaffActor,
} from '#libs/domain';
import type { MatchBoardRow } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf, type PossibleAction } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

/** A possible match in codes and references: nobody is named until it is opened. */
export class MatchLineView {
  @IdProperty('The match.')
  id: string;

  @CodeProperty(MATCH_STATES, 'Whether it waits, or what was decided.')
  state: string;

  @IdProperty('The newer case.')
  caseId: string;

  @TextProperty('Its reference.', 'WM-4F7K-9Q2D')
  reference: string;

  @IdProperty('The case that was known already.')
  otherCaseId: string;

  @TextProperty('Its reference.', 'WM-7H2M-3K8C')
  otherReference: string;

  @YesNoProperty('Whether danger was said on either.', false)
  danger: boolean;

  @NumberProperty('How sure the service is, by the weights of its evidence.', 12.5)
  score: number;

  @CodesProperty(MATCH_EVIDENCE, 'What speaks for or against it.')
  evidence: string[];

  @InstantProperty('When it was found.')
  foundAt: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class MatchPageView {
  @ApiProperty({ type: [MatchLineView] })
  items: MatchLineView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class CaseMatchesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({
    type: [MatchLineView],
    description: 'The newest first; those that were decided same-person are linked.',
  })
  items: MatchLineView[];
}

export class MatchSideView {
  @IdProperty('The case.')
  caseId: string;

  @TextProperty('Its reference.', 'WM-4F7K-9Q2D')
  reference: string;

  @ApiProperty({
    type: [String],
    description: 'The name to ask for, then the full one; empty when they cannot be opened.',
    example: ['Sample Person Quill'],
  })
  names: string[];

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Date of birth; null when unknown or out of reach.',
    example: '1995-04-17',
  })
  bornOn: string | null;

  @CodeProperty(AGE_BANDS, 'How old they were when referred.')
  ageBand: string;

  @TextProperty('The district, as its code; null when unknown.', 'E07999999', { nullable: true })
  district: string | null;

  @CodeProperty(SOURCES, 'Who referred.')
  source: string;

  @InstantProperty('When the case was opened.')
  openedAt: string;

  @InstantProperty('When it was closed; null while it is open.', { nullable: true })
  closedAt: string | null;
}

export class MatchView {
  @IdProperty('The match.')
  id: string;

  @CodeProperty(MATCH_STATES, 'Whether it waits, or what was decided.')
  state: string;

  @ApiProperty({ type: [MatchSideView], description: 'The newer one first.' })
  sides: MatchSideView[];

  @CodesProperty(MATCH_EVIDENCE, 'What speaks for or against it.')
  evidence: string[];

  @CodeProperty([...new Set([...MATCH_REASONS, ...UNDO_REASONS])], 'What the decision went by.', {
    nullable: true,
  })
  reason: string | null;

  @TextProperty('In the words of whoever decided.', 'The sample caller said so', { nullable: true })
  note: string | null;

  @IdProperty('Who decided.', { nullable: true })
  decidedBy: string | null;

  @InstantProperty('When it was decided.', { nullable: true })
  decidedAt: string | null;

  @IdProperty('The case that goes on when both tell of one report.', { nullable: true })
  keptCaseId: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class MatchDecidedView {
  @IdProperty('The match.')
  id: string;

  @CodeProperty(MATCH_STATES, 'What was decided; waiting again once it was taken back.')
  state: string;

  @IdProperty('The case that goes on when both tell of one report.', { nullable: true })
  keptCaseId: string | null;

  @IdProperty('The case that is open again after a decision was taken back.', { nullable: true })
  openedAgainCaseId: string | null;
}

export function matchLineView(row: MatchBoardRow, actor: StaffActor): MatchLineView {
  const { reviewId, evidence, foundAt, ...codes } = row;
  return {
    ...codes,
    id: reviewId,
    evidence: [...evidence],
    foundAt: isoOf(foundAt),
    availableActions: availableOf([openAction(reviewId, actor)]),
  };
}

export function matchView(
  { review, sides, note }: Extract<MatchOpened, { kind: 'opened' }>,
  actor: StaffActor,
): MatchView {
  const { id, state, evidence, reason, decidedBy, decidedAt, keptCaseId, revision } = review;
  const path = `/api/v1/matches/${id}`;
  const may = mayDo(actor, 'review-matches');
  const waits = state === 'waiting';
  return {
    id,
    state,
    sides: sides.map(sideView),
    evidence: [...evidence],
    reason,
    note,
    decidedBy,
    decidedAt: decidedAt && isoOf(decidedAt),
    keptCaseId,
    etag: entityTag(revision),
    availableActions: availableOf([
      openAction(id, actor),
      { action: 'decide', method: 'POST', href: `${path}/decision`, may: may && waits },
      { action: 'undo', method: 'POST', href: `${path}/undo`, may: may && !waits },
    ]),
  };
}

function openAction(id: MatchReviewId, actor: StaffActor): PossibleAction {
  return {
    action: 'open',
    method: 'GET',
    href: `/api/v1/matches/${id}`,
    may: mayDo(actor, 'review-matches'),
  };
}

function sideView({ candidate, facts }: MatchSide): MatchSideView {
  const { caseId, reference, ageBand, district, source, openedAt, closedAt } = candidate;
  return {
    caseId,
    reference,
    names: [...(facts?.names ?? [])],
    bornOn: facts?.bornOn ?? null,
    ageBand,
    district,
    source,
    openedAt: isoOf(openedAt),
    closedAt: closedAt && isoOf(closedAt),
  };
}
