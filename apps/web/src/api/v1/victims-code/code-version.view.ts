import { ApiProperty } from '@nestjs/swagger';
import {
  CODE_EVENTS,
  CONDITIONS,
  DUTY_HOLDERS,
  EVIDENCE_LEVELS,
  HANDLINGS,
  LIMIT_UNITS,
  MANNERS,
  type CodeVersion,
  type Entitlement,
  type EntitlementDifference,
  type Limit,
} from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class LimitView {
  @CodeProperty(LIMIT_UNITS, 'What is counted.')
  unit: string;

  @NumberProperty('How many.', 5)
  value: number;
}

export class EntitlementView {
  @TextProperty('This service’s own id, not a paragraph of the Code.', 'R6.4')
  id: string;

  @NumberProperty('Which of the twelve rights.', 6)
  right: number;

  @TextProperty('What it gives.', 'Told that a suspect was arrested')
  title: string;

  @CodesProperty(DUTY_HOLDERS, 'Who owes it.')
  owedBy: string[];

  @CodeProperty(CODE_EVENTS, 'What opens it.')
  opensOn: string;

  @CodeProperty(CODE_EVENTS, 'What starts its clock.')
  clockStartsOn: string;

  @CodesProperty(CODE_EVENTS, 'What by itself proves that it was done; none where only somebody can say so.')
  deliveredOn: string[];

  @ApiProperty({
    type: LimitView,
    nullable: true,
    description: 'Its time; null where the Code gives no number.',
  })
  standard: LimitView | null;

  @ApiProperty({ type: LimitView, nullable: true, description: 'Its time under Enhanced Rights.' })
  enhanced: LimitView | null;

  @ApiProperty({ type: LimitView, nullable: true, description: 'This service’s own proposal, not law.' })
  proposal: LimitView | null;

  @CodeProperty(MANNERS, 'How it is owed where there is no number.', NULLABLE)
  manner: string | null;

  @CodesProperty(CONDITIONS, 'What it depends on.')
  onlyIf: string[];

  @YesNoProperty('Whether the person may decline it.', true)
  mayDecline: boolean;

  @CodeProperty(EVIDENCE_LEVELS, 'How firmly it is known.')
  evidence: string;

  @CodeProperty(HANDLINGS, 'What this service does about it.')
  handling: string;
}

export class CodeVersionSummaryView {
  @TextProperty('The version.', '2021')
  version: string;

  @TextProperty('Its name.', 'Code of Practice for Victims of Crime')
  name: string;

  @CodeProperty(['in-force', 'draft'], 'A draft opens nothing.')
  status: string;

  @DayProperty('Its first day; null for a draft.', NULLABLE)
  inForceFrom: string | null;

  @DayProperty('The first day on which it holds no more; null while none is set.', NULLABLE)
  inForceTo: string | null;
}

export class CodeVersionListView {
  @ApiProperty({ type: [CodeVersionSummaryView], description: 'Every version there is; few.' })
  items: CodeVersionSummaryView[];
}

export class CodeVersionView extends CodeVersionSummaryView {
  @ApiProperty({ type: [EntitlementView] })
  entitlements: EntitlementView[];
}

export class EntitlementDifferenceView {
  @TextProperty('The entitlement.', 'R4.1')
  id: string;

  @ApiProperty({ type: EntitlementView, nullable: true, description: 'Null where the first has none.' })
  before: EntitlementView | null;

  @ApiProperty({ type: EntitlementView, nullable: true, description: 'Null where the second has none.' })
  after: EntitlementView | null;

  @YesNoProperty('Whether a duty would be owed or due otherwise.', true)
  changesDuties: boolean;

  @NumberProperty('Open duties under the first version that would differ; of no case.', 3)
  openDuties: number;
}

export class CodeComparisonView {
  @TextProperty('The first version.', '2021')
  before: string;

  @TextProperty('The second version.', '2026-draft')
  after: string;

  @ApiProperty({ type: [EntitlementDifferenceView] })
  differences: EntitlementDifferenceView[];
}

export function summaryOf({
  version,
  name,
  status,
  inForceFrom,
  inForceTo,
}: CodeVersion): CodeVersionSummaryView {
  return { version, name, status, inForceFrom, inForceTo };
}

export function differenceView(
  { id, before, after, changesDuties }: EntitlementDifference,
  open: ReadonlyMap<string, number>,
): EntitlementDifferenceView {
  return {
    id,
    before: before && entitlementView(before),
    after: after && entitlementView(after),
    changesDuties,
    openDuties: changesDuties ? (open.get(id) ?? 0) : 0,
  };
}

export function entitlementView(one: Entitlement): EntitlementView {
  const limit = (given: Limit | null) => given && { unit: given.unit, value: given.value };
  return {
    id: one.id,
    right: one.right,
    title: one.title,
    owedBy: [...one.owedBy],
    opensOn: one.opensOn,
    clockStartsOn: one.clockStartsOn,
    deliveredOn: [...one.deliveredOn],
    standard: limit(one.limits.standard),
    enhanced: limit(one.limits.enhanced),
    proposal: limit(one.proposal),
    manner: one.manner,
    onlyIf: [...one.onlyIf],
    mayDecline: one.mayDecline,
    evidence: one.evidence,
    handling: one.handling,
  };
}
