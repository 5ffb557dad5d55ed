import { ApiProperty } from '@nestjs/swagger';
import type { RoutingDecisionRecord, RoutingOverrideRecord } from '#libs/casework';
import { isoOf, mayDo, OVERRIDE_REASONS, SUPPORT_KINDS, type StaffActor } from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, CodesProperty, IdProperty, InstantProperty } from '../openapi/properties';
import { RoutingSuggestedView } from './routing-suggested.view';
import { suggestedView } from './routing-suggested';

/** An answer that was kept. */
export class KeptRoutingView {
  @IdProperty('The answer: send it with a choice.')
  id: string;

  @CodesProperty(SUPPORT_KINDS, 'What was asked for.')
  wanted: string[];

  @IdProperty('Who asked.')
  askedBy: string;

  @InstantProperty('When.')
  askedAt: string;

  @ApiProperty({ type: RoutingSuggestedView })
  answer: RoutingSuggestedView;
}

/** That somebody chose otherwise; what was written beside the reason is sealed and read on its own. */
export class ChosenOtherwiseView {
  @IdProperty('The choice.')
  id: string;

  @IdProperty('Against which answer.')
  decisionId: string;

  @CodeProperty(SUPPORT_KINDS, 'For which support.')
  kind: string;

  @IdProperty('Which service was chosen.')
  serviceId: string;

  @CodeProperty(OVERRIDE_REASONS, 'Why.')
  reason: string;

  @IdProperty('Who chose.')
  chosenBy: string;

  @InstantProperty('When.')
  chosenAt: string;
}

export class CaseRoutingView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({
    type: KeptRoutingView,
    nullable: true,
    description: 'The newest answer; null before the first.',
  })
  latest: KeptRoutingView | null;

  @ApiProperty({ type: [ChosenOtherwiseView] })
  choices: ChosenOtherwiseView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CaseRoutedView {
  @IdProperty('The case.')
  caseId: string;

  @IdProperty('The answer that is kept: read the routing of the case to see it.')
  decisionId: string;
}

export class RouteChosenView {
  @IdProperty('The case.')
  caseId: string;

  @IdProperty('The choice.')
  choiceId: string;
}

export function caseRoutingView(
  {
    decision,
    overrides,
  }: {
    readonly decision: RoutingDecisionRecord | null;
    readonly overrides: readonly RoutingOverrideRecord[];
  },
  { actor, caseId, open }: { readonly actor: StaffActor; readonly caseId: string; readonly open: boolean },
): CaseRoutingView {
  const path = `/api/v1/cases/${caseId}/routing`;
  const may = open && mayDo(actor, 'route-case');
  return {
    caseId,
    latest: decision && {
      id: decision.id,
      wanted: [...decision.wanted],
      askedBy: decision.decidedBy,
      askedAt: isoOf(decision.decidedAt),
      answer: suggestedView(decision.answer, actor.role),
    },
    choices: overrides.map(choiceView),
    availableActions: availableOf([
      { action: 'read-notes', method: 'GET', href: `${path}/notes`, may: overrides.length > 0 },
      { action: 'route', method: 'POST', href: path, may },
      { action: 'choose', method: 'POST', href: `${path}/choices`, may: may && decision !== null },
    ]),
  };
}

export function choiceView(choice: RoutingOverrideRecord): ChosenOtherwiseView {
  const { id, decisionId, kind, serviceId, reason, chosenBy, chosenAt } = choice;
  return { id, decisionId, kind, serviceId, reason, chosenBy, chosenAt: isoOf(chosenAt) };
}
