import type { RoutingEffect, RoutingRule } from './table';

export type RuleOf<Kind extends RoutingEffect['kind']> = RoutingRule & {
  readonly then: Extract<RoutingEffect, { kind: Kind }>;
};

/** The rules with one kind of effect, in their order. */
export function rulesOf<Kind extends RoutingEffect['kind']>(
  rules: readonly RoutingRule[],
  kind: Kind,
): readonly RuleOf<Kind>[] {
  return rules.filter((rule): rule is RuleOf<Kind> => rule.then.kind === kind);
}
