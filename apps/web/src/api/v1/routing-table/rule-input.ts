import type { RoutingEffect, RoutingRule, ServiceId } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import type { RoutingEffectBody } from './effect.dto';
import type { RoutingRuleBody } from './rule.dto';

/** A rule as the body says it, without its id. Whether anybody could work by it is asked when it is proposed. */
export function ruleIn({ title, when, then }: RoutingRuleBody): Omit<RoutingRule, 'id'> {
  const { ageNow, ageAtIncident, hours, ...others } = when;
  return {
    title: title.trim(),
    when: {
      ...others,
      ...(ageNow !== undefined && { ageNow: { ...ageNow } }),
      ...(ageAtIncident !== undefined && { ageAtIncident: { ...ageAtIncident } }),
      ...(hours !== undefined && { hours: { ...hours } }),
    },
    then: effectIn(then),
  };
}

function effectIn(body: RoutingEffectBody): RoutingEffect {
  const said = <Key extends Exclude<keyof RoutingEffectBody, 'kind'>>(key: Key) => {
    const value = body[key];
    if (value !== undefined) return value;
    throw invalidInput([{ field: `then.${key}`, message: `${key} is needed with ${body.kind}` }]);
  };
  const services = () => said('services') as readonly string[] as readonly ServiceId[];
  switch (body.kind) {
    case 'put-first':
    case 'require-route':
      return { kind: body.kind, support: said('support') };
    case 'prompt':
      return { kind: 'prompt', prompt: said('prompt') };
    case 'prefer':
      return { kind: 'prefer', services: services() };
    case 'only':
      return { kind: 'only', support: said('support'), services: services() };
    case 'reject':
      return { kind: 'reject', services: services(), reason: said('rejectReason') };
    case 'ask':
      return { kind: 'ask', support: said('support'), role: said('role'), reason: said('askReason') };
  }
}

/** The same the other way round: what was read can be sent back with a change. */
export function effectOut(effect: RoutingEffect): RoutingEffectBody {
  switch (effect.kind) {
    case 'reject':
      return { kind: 'reject', services: [...effect.services], rejectReason: effect.reason };
    case 'ask':
      return { kind: 'ask', support: effect.support, role: effect.role, askReason: effect.reason };
    case 'prefer':
      return { kind: 'prefer', services: [...effect.services] };
    case 'only':
      return { kind: 'only', support: effect.support, services: [...effect.services] };
    case 'prompt':
    case 'put-first':
    case 'require-route':
      return { ...effect };
  }
}
