import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { mayDo, type Act, type Role, type StaffActor } from '#libs/domain';

/** Who learns that a route is there: a rule of its own, one of its controller, or both, which must then both hold. */
export type RouteRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'acts'; readonly acts: readonly Act[] };

const ROUTE_RULE = 'waymark:route-rule';

export function routeRule(rule: RouteRule): CustomDecorator {
  return SetMetadata(ROUTE_RULE, rule);
}

type Metadata = Parameters<Reflector['getAll']>[1];

/** The rules of a handler and of its controller; none is a mistake. */
export function routeRules(reflector: Reflector, [handler, controller]: Metadata): readonly RouteRule[] {
  const found = reflector.getAll<(RouteRule | undefined)[]>(ROUTE_RULE, [handler!, controller!]);
  return found.filter((rule) => rule !== undefined);
}

export function isPublic(rules: readonly RouteRule[]): boolean {
  return rules.length > 0 && rules.every(({ kind }) => kind === 'public');
}

/** Whether the route is there for this signed-in person; what they may do with a record is asked later, of the record. */
export function opensTo(rules: readonly RouteRule[], actor: StaffActor): boolean {
  return rules.length > 0 && rules.every((rule) => ruleHolds(rule, actor));
}

function ruleHolds(rule: RouteRule, actor: StaffActor): boolean {
  switch (rule.kind) {
    case 'public':
    case 'signed-in':
      return true;
    case 'roles':
      return rule.roles.includes(actor.role);
    case 'acts':
      return rule.acts.some((act) => mayDo(actor, act));
  }
}
