import { ApiProperty } from '@nestjs/swagger';
import type { RoutingDraftRecord } from '#libs/casework';
import { isoOf, type TableFault } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { RoutingRulesView, rulesView } from './routing-table.view';

const NULLABLE = { nullable: true };

export class RoutingDraftView {
  @IdProperty('The draft.')
  id: string;

  @NumberProperty('The version it was begun from.', 1)
  basedOnVersion: number;

  @InstantProperty('When it was begun.')
  begunAt: string;

  @InstantProperty('When it was changed last.')
  changedAt: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class RoutingDraftsView {
  @ApiProperty({ type: [RoutingDraftView], description: 'Your own, the newest first; ten at the most.' })
  items: RoutingDraftView[];
}

export class RoutingFaultView {
  @TextProperty('What is wrong.', 'matches-nothing')
  code: string;

  @TextProperty('With which rule; null for the table as a whole.', 'sample-rule', NULLABLE)
  ruleId: string | null;

  @TextProperty(
    'The rule in front of it, the window or the code it is about; null for none.',
    'sample',
    NULLABLE,
  )
  detail: string | null;
}

export class OpenedRoutingDraftView extends RoutingDraftView {
  @ApiProperty({ type: RoutingRulesView })
  table: RoutingRulesView;

  @ApiProperty({ type: [RoutingFaultView], description: 'To put right before it can be proposed.' })
  faults: RoutingFaultView[];

  @YesNoProperty('Whether a newer version was approved since: then begin another draft.', false)
  outdated: boolean;
}

export class RoutingDraftKeptView {
  @IdProperty('The draft: read it for its new ETag.')
  draftId: string;
}

export function draftView({
  id,
  basedOnVersion,
  begunAt,
  changedAt,
  revision,
}: RoutingDraftRecord): RoutingDraftView {
  const path = `/api/v1/routing-drafts/${id}`;
  const post = (action: string, end: string) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may: true }) as const;
  return {
    id,
    basedOnVersion,
    begunAt: isoOf(begunAt),
    changedAt: isoOf(changedAt),
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: true },
      post('add-rule', 'rules'),
      post('change-rule', 'rules/change'),
      post('move-rule', 'rules/move'),
      post('remove-rule', 'rules/remove'),
      post('change-window', 'windows/change'),
      { action: 'replay', method: 'GET', href: `${path}/replay`, may: true },
      { action: 'try', method: 'POST', href: '/api/v1/routing-table/try', may: true },
      post('propose', 'propose'),
      post('drop', 'drop'),
    ]),
  };
}

export function openedDraftView(
  draft: RoutingDraftRecord,
  { faults, outdated }: { readonly faults: readonly TableFault[]; readonly outdated: boolean },
): OpenedRoutingDraftView {
  return {
    ...draftView(draft),
    table: rulesView(draft.table),
    faults: faults.map(({ code, ruleId, detail = null }) => ({ code, ruleId, detail })),
    outdated,
  };
}
