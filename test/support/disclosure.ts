import { HighsAttacker } from '#libs/attacker';
import type { Disclosure } from '#libs/casework';
import type { AreaPack } from '#libs/config';

const attacker = new HighsAttacker();

/** The rule of an area and the attacker that tries its figures, as the worker has them. */
export function disclosureOf({ disclosure }: Pick<AreaPack, 'disclosure'>): Disclosure {
  return { rule: disclosure, attacker };
}
