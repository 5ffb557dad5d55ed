import type { Fact } from '../contact';
import type { OpeningHours } from '../time';

/** Which reading of "working day" a limb takes (practice §1.3). */
export type WorkingDayReading = 'A' | 'B' | 'C';

interface LimbCommon {
  readonly id: string;
  /** Seconds before the due instant at which the owner is warned, longest first. */
  readonly warnSecondsBefore: readonly number[];
}

export type Limb =
  | (LimbCommon & { readonly kind: 'elapsed'; readonly seconds: number })
  | (LimbCommon & {
      readonly kind: 'working-day';
      readonly reading: WorkingDayReading;
      readonly days: number;
      readonly closesAt: string;
    });

/**
 * A promise as a versioned value (DESIGN §3). A started clock remembers the version it began under, so a later
 * version never rewrites what was promised.
 */
export interface DeadlinePolicy {
  readonly id: string;
  readonly version: number;
  readonly promise: 'first-contact';
  readonly clockStart: 'reported-at' | 'victim-agreed-at' | 'received-at';
  readonly stoppedBy: Fact;
  readonly limbs: readonly Limb[];
  readonly bindingLimb: string;
  readonly calendar: string;
  readonly escalation: EscalationPolicy;
  /** Once the clock has stopped: seconds within which the next step of the case must be taken. */
  readonly nextStepSeconds: number;
}

/** Who is told once the binding limb has passed, how often and until when (DESIGN §4). */
export interface EscalationPolicy {
  readonly repeatEverySeconds: number;
  /** The repeat from which the service manager is told instead of the duty lead. */
  readonly stepUpAtRepeat: number;
  readonly onCall: OpeningHours;
}

export type PolicyFault =
  | 'no-limbs'
  | 'repeated-limb'
  | 'unknown-binding-limb'
  | 'warning-not-before-due'
  | 'no-time-to-meet-it'
  | 'repeat-too-often';

/** What makes a policy impossible to keep; an empty list means it may be used. */
export function policyFaults(policy: DeadlinePolicy): readonly PolicyFault[] {
  const ids = policy.limbs.map((limb) => limb.id);
  const faults: PolicyFault[] = [];
  if (ids.length === 0) faults.push('no-limbs');
  if (new Set(ids).size !== ids.length) faults.push('repeated-limb');
  if (!ids.includes(policy.bindingLimb)) faults.push('unknown-binding-limb');
  if (policy.limbs.some((limb) => limb.warnSecondsBefore.some((seconds) => seconds <= 0))) {
    faults.push('warning-not-before-due');
  }
  if (policy.limbs.some((limb) => (limb.kind === 'elapsed' ? limb.seconds <= 0 : limb.days < 1))) {
    faults.push('no-time-to-meet-it');
  }
  if (policy.escalation.repeatEverySeconds < 60) faults.push('repeat-too-often');
  return faults;
}
