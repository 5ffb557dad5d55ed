import { covers } from './conditions';
import type { RoutingEffect, RoutingRule } from './table';

/** The first rule before this one that leaves it nothing to do, whatever the facts; null when it can ever matter. */
export function shadowOf(rule: RoutingRule, before: readonly RoutingRule[]): RoutingRule | null {
  return (
    before.find((other) => covers(other.when, rule.when) && leavesNothing(other.then, rule.then)) ?? null
  );
}

function leavesNothing(earlier: RoutingEffect, later: RoutingEffect): boolean {
  if (earlier.kind !== later.kind) return false;
  switch (earlier.kind) {
    case 'prompt':
      return later.kind === 'prompt' && earlier.prompt === later.prompt;
    case 'prefer':
    case 'reject':
      return 'services' in later && later.services.every((id) => earlier.services.includes(id));
    case 'put-first':
    case 'require-route':
    case 'only':
    case 'ask':
      return 'support' in later && earlier.support === later.support;
  }
}
