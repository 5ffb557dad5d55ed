import { ApiProperty } from '@nestjs/swagger';
import { isoOf, mayDo, type Instant, type RoutingTable, type StaffActor } from '#libs/domain';
import type { RoutingTableLine } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { RoutingRuleBody } from './rule.dto';
import { ForensicWindowView, HealthWindowView, sourced } from './routing-window.view';
import { effectOut } from './rule-input';

const STANDINGS = ['coming', 'in-force', 'replaced'] as const;

/** A rule as it can be sent back with a change. */
export class RoutingRuleView extends RoutingRuleBody {
  @TextProperty('The rule.', 'sample-rule')
  id: string;
}

/** What one table says, the rules in the order in which they are read. */
export class RoutingRulesView {
  @NumberProperty('Which version.', 1)
  version: number;

  @ApiProperty({ type: [RoutingRuleView] })
  rules: RoutingRuleView[];

  @ApiProperty({ type: [ForensicWindowView] })
  windows: ForensicWindowView[];

  @ApiProperty({ type: [HealthWindowView] })
  healthWindows: HealthWindowView[];
}

export class RoutingVersionView {
  @NumberProperty('Which version.', 1)
  version: number;

  @InstantProperty('From when on.')
  effectiveFrom: string;

  @CodeProperty(STANDINGS, 'How it stands now.')
  standing: string;
}

export class RoutingTableView extends RoutingRulesView {
  @InstantProperty('From when on.')
  effectiveFrom: string;

  @CodeProperty(STANDINGS, 'How it stands now.')
  standing: string;

  @ApiProperty({ type: [RoutingVersionView], description: 'Every version, the newest first.' })
  versions: RoutingVersionView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export function rulesView({ version, rules, windows, healthWindows }: RoutingTable): RoutingRulesView {
  return {
    version,
    rules: rules.map(({ id, title, when, then }) => ({
      id,
      title,
      when: { ...when } as RoutingRuleBody['when'],
      then: effectOut(then),
    })),
    windows: windows.map(({ id, act, sample, stage, ...window }) => ({
      ...{ id, act, sample, stage },
      ...sourced(window),
    })),
    healthWindows: healthWindows.map(({ care, acts, ...window }) => ({
      care,
      acts: [...acts],
      ...sourced(window),
    })),
  };
}

/** One version and the list of all; null when there is no such version. */
export function routingTableView(
  lines: readonly RoutingTableLine[],
  {
    version,
    actor,
    now,
  }: { readonly version: number | null; readonly actor: StaffActor; readonly now: Instant },
): RoutingTableView | null {
  const inForce = lines.find(({ effectiveFrom }) => effectiveFrom <= now);
  const shown = version === null ? inForce : lines.find(({ table }) => table.version === version);
  if (shown === undefined) return null;
  const lineOf = (line: RoutingTableLine) => ({
    version: line.table.version,
    effectiveFrom: isoOf(line.effectiveFrom),
    standing: line === inForce ? 'in-force' : line.effectiveFrom > now ? 'coming' : 'replaced',
  });
  const mayDraft = mayDo(actor, 'propose-change');
  return {
    ...rulesView(shown.table),
    ...lineOf(shown),
    versions: lines.map(lineOf),
    availableActions: availableOf([
      { action: 'try', method: 'POST', href: '/api/v1/routing-table/try', may: mayDo(actor, 'try-routing') },
      { action: 'read-drafts', method: 'GET', href: '/api/v1/routing-drafts', may: mayDraft },
      { action: 'begin-draft', method: 'POST', href: '/api/v1/routing-drafts', may: mayDraft },
    ]),
  };
}
