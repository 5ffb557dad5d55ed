import type { DeadlinePolicy, Limb } from '#libs/domain';
import { clockFace } from './clock-face';

const HOUR_SECONDS = 3_600;

/** A limb as the end of a sentence: "within 24 hours", "by 5pm on the next working day". */
export function limbInWords(limb: Limb): string {
  if (limb.kind === 'elapsed') return `within ${secondsInWords(limb.seconds)}`;
  if (limb.reading === 'B') return `within ${counted(limb.days * 8, 'hour')} of opening time`;
  const day = limb.days === 1 ? 'the next working day' : `the working day ${limb.days} working days later`;
  return `by ${clockFace(limb.closesAt)} on ${day}`;
}

/** A limb as a short name, where the sentence around it is known: "24 hours", "1 working day". */
export function limbName(limb: Limb): string {
  if (limb.kind === 'elapsed') return secondsInWords(limb.seconds);
  if (limb.reading === 'B') return `${counted(limb.days * 8, 'hour')} of opening time`;
  return counted(limb.days, 'working day');
}

/** Names a limb by its id. */
export type LimbNameOf = (id: string) => string;

interface WithLimbs {
  readonly policy: Pick<DeadlinePolicy, 'limbs'>;
}

/** Names read from the policies: a limb that an area adds needs no words of its own. */
export function limbNamesOf(policies: readonly WithLimbs[]): LimbNameOf {
  return (id) => {
    const limb = limbById(id, policies);
    return limb ? limbName(limb) : id;
  };
}

/** The limb as the first policy that has it says, so give the newest version first. */
export function limbById(id: string, policies: readonly WithLimbs[]): Limb | undefined {
  return policies.flatMap(({ policy }) => policy.limbs).find((limb) => limb.id === id);
}

/** Whole hours where they are whole, otherwise minutes. */
export function secondsInWords(seconds: number): string {
  return seconds % HOUR_SECONDS === 0
    ? counted(seconds / HOUR_SECONDS, 'hour')
    : counted(Math.floor(seconds / 60), 'minute');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
