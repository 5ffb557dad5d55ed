import type { DeadlinePolicy, Limb } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import type { LimbChangeBody, ProposePolicyBody } from './policy.dto';

/** The next version of a policy: the version in force with what the body says differs. The rules judge it later. */
export function policyAfter(
  base: DeadlinePolicy,
  { limbs, bindingLimb }: Pick<ProposePolicyBody, 'limbs' | 'bindingLimb'>,
): DeadlinePolicy {
  const unknown = limbs.findIndex(({ id }) => !base.limbs.some((limb) => limb.id === id));
  if (unknown >= 0)
    throw invalidInput([{ field: `limbs.${unknown}.id`, message: 'id must be a limb of this policy' }]);
  const next = base.limbs.map((limb) => {
    const change = limbs.find(({ id }) => id === limb.id);
    return change === undefined ? limb : limbAfter(limb, change);
  });
  return { ...base, version: base.version + 1, limbs: next, bindingLimb };
}

function limbAfter(limb: Limb, change: LimbChangeBody): Limb {
  const { warnSecondsBefore = limb.warnSecondsBefore } = change;
  if (limb.kind === 'elapsed') return { ...limb, warnSecondsBefore, seconds: change.seconds ?? limb.seconds };
  const { days = limb.days, reading = limb.reading, closesAt = limb.closesAt } = change;
  return { ...limb, warnSecondsBefore, days, reading, closesAt };
}
