import { ApiProperty } from '@nestjs/swagger';
import type { ProposalRecord } from '#libs/casework';
import {
  CHANGE_KINDS,
  CHANGE_REASONS,
  DECLINE_REASONS,
  isoOf,
  mayDecideProposal,
  mayDo,
  proposalMachine,
  type ProposalChange,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const CHANGES = ['approve', 'decline', 'withdraw'] as const satisfies readonly ProposalChange[];

/** A change of a rule: nothing is in force until a second person has approved it. */
export class ProposalView {
  @IdProperty('The proposal.')
  id: string;

  @CodeProperty(CHANGE_KINDS, 'What kind of rule.')
  kind: string;

  @TextProperty('Which one.', 'attempt-policy')
  subject: string;

  @NumberProperty('The version it was drafted from.', 1)
  basedOnVersion: number;

  @InstantProperty('When it takes effect; null until decided means as soon as it is approved.', {
    nullable: true,
  })
  effectiveFrom: string | null;

  @CodeProperty(CHANGE_REASONS, 'Why.')
  reason: string;

  @CodeProperty(Object.keys(proposalMachine.transitions), 'Where it stands.')
  state: string;

  @IdProperty('Who proposed it.')
  proposedBy: string;

  @InstantProperty('When.')
  proposedAt: string;

  @IdProperty('Who decided it; null until then.', { nullable: true })
  decidedBy: string | null;

  @InstantProperty('When; null until then.', { nullable: true })
  decidedAt: string | null;

  @CodeProperty(DECLINE_REASONS, 'Why it was declined; null otherwise.', { nullable: true })
  decisionReason: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class WaitingProposalsView {
  @ApiProperty({ type: [ProposalView], description: 'Oldest first; one for each rule at the most.' })
  items: ProposalView[];
}

export class DecidedProposalsView {
  @ApiProperty({ type: [ProposalView], description: 'Newest first.' })
  items: ProposalView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class RuleChangeView {
  @TextProperty('Which part of the rule.', 'Attempts')
  key: string;

  @ApiProperty({ type: [String], example: ['5'], description: 'As it is, in words.' })
  before: readonly string[];

  @ApiProperty({ type: [String], example: ['6'], description: 'As it would be, in words.' })
  after: readonly string[];
}

export class PreviewSectionView {
  @TextProperty('What it is about.', 'The last quarter')
  title: string;

  @ApiProperty({ type: [String], example: ['Nothing would have moved.'], description: 'What it says.' })
  lines: readonly string[];

  @ApiProperty({
    type: [String],
    example: ['', 'Now', 'Then'],
    description: 'The columns of its table; empty without one.',
  })
  head: readonly string[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    example: [['Kept in time', '10', '9']],
    description: 'The rows of its table.',
  })
  rows: readonly (readonly string[])[];
}

export class OpenedProposalView extends ProposalView {
  @ApiProperty({ type: [RuleChangeView], description: 'What differs from the version it is based on.' })
  changes: RuleChangeView[];

  @ApiProperty({
    type: [PreviewSectionView],
    description: 'What it would have meant, worked out anew at each reading; empty once it is decided.',
  })
  preview: PreviewSectionView[];
}

export class ProposedView {
  @IdProperty('What now waits for a second person. Nothing has changed yet.')
  proposalId: string;
}

export class ProposalDecidedView {
  @IdProperty('The proposal.')
  proposalId: string;

  @CodeProperty(Object.keys(proposalMachine.transitions), 'Where it stands now.')
  state: string;

  @InstantProperty('After an approval: when it takes effect.', { nullable: true })
  effectiveFrom: string | null;
}

export function proposalView(proposal: ProposalRecord, actor: StaffActor): ProposalView {
  const { id, kind, subject, basedOnVersion, effectiveFrom, reason, state, proposedBy, decidedBy } = proposal;
  const path = `/api/v1/proposals/${id}`;
  const may = (change: ProposalChange) => mayDecideProposal(actor, { proposal, change }).kind === 'may';
  return {
    id,
    kind,
    subject,
    basedOnVersion,
    effectiveFrom: effectiveFrom && isoOf(effectiveFrom),
    reason,
    state,
    proposedBy,
    proposedAt: isoOf(proposal.proposedAt),
    decidedBy,
    decidedAt: proposal.decidedAt && isoOf(proposal.decidedAt),
    decisionReason: proposal.decisionReason,
    etag: entityTag(proposal.revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: mayDo(actor, 'see-proposals') },
      ...CHANGES.map(
        (change) => ({ action: change, method: 'POST', href: `${path}/decision`, may: may(change) }) as const,
      ),
    ]),
  };
}
