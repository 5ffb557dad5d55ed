import {
  isOpen,
  nextOpening,
  openSecondsBetween,
  plus,
  SECOND,
  type Instant,
  type WorkingCalendar,
} from '../time';
import type { DeadlineState } from './deadline-machine';
import type { EscalationPolicy, Limb } from './policy';

export type AlertLevel = 'warning' | 'duty-lead' | 'service-manager';

/** One thing to tell somebody. Unique on deadline, version, level and repeat number (P3). */
export interface AlertPlan {
  readonly level: AlertLevel;
  readonly repeatNo: number;
  /** When it may be sent: at once for warnings and on-call hours, otherwise at the next on-call opening. */
  readonly notifyAt: Instant;
}

/** What a deadline row knows when its timer fires. */
export interface FiringView {
  readonly state: DeadlineState;
  readonly dueAt: Instant;
  readonly binding: boolean;
  /** When the due instant in force was set: stages that lay before it never count as skipped. */
  readonly setAt: Instant;
  readonly warnedThrough: number;
  readonly repeatNo: number;
  readonly acknowledged: boolean;
}

export type Stage = 'warning' | 'due' | 'repeat';

export interface NextFiring {
  readonly at: Instant;
  readonly stage: Stage;
}

/** What happens at `now`: at most one alert of the highest level, whatever piled up during an outage (DESIGN §4). */
export interface Firing {
  readonly breaches: boolean;
  readonly alert: AlertPlan | null;
  readonly after: Pick<FiringView, 'warnedThrough' | 'repeatNo'>;
}

/** When the timer of a deadline must wake next, or null when nothing is left to do for it. */
export function nextFiring(options: {
  view: FiringView;
  limb: Limb;
  escalation: EscalationPolicy;
  onCall: WorkingCalendar;
  lastFiredAt: Instant | null;
}): NextFiring | null {
  const { view, limb, escalation, onCall, lastFiredAt } = options;
  if (view.state === 'running') {
    const warning = limb.warnSecondsBefore[view.warnedThrough];
    return warning === undefined
      ? { at: justAfter(view.dueAt), stage: 'due' }
      : { at: plus(view.dueAt, -warning * SECOND), stage: 'warning' };
  }
  if (view.state !== 'breached' || !view.binding || view.acknowledged) return null;
  // What fired while the desk was shut is told at opening; the next repeat counts from there, not beside it. A breach
  // that an act recorded has told nobody yet.
  const toldAt = onCallAt(onCall, lastFiredAt ?? view.dueAt);
  return { at: onCallAt(onCall, plus(toldAt, escalation.repeatEverySeconds * SECOND)), stage: 'repeat' };
}

/** The decision of one firing. The caller has made sure that the stage is due and the row is locked. */
export function fire(options: {
  view: FiringView;
  limb: Limb;
  escalation: EscalationPolicy;
  onCall: WorkingCalendar;
  now: Instant;
}): Firing {
  const { view, limb, escalation, onCall, now } = options;
  const { warnedThrough, repeatNo } = view;
  if (view.state === 'running' && now <= view.dueAt) {
    const through = warningsPassed({ limb, dueAt: view.dueAt, now });
    const alert: AlertPlan | null =
      through > warnedThrough ? { level: 'warning', repeatNo: through - 1, notifyAt: now } : null;
    return { breaches: false, alert, after: { warnedThrough: Math.max(through, warnedThrough), repeatNo } };
  }
  const repeat = Math.max(repeatNo, repeatsPassed(options));
  const after = { warnedThrough: limb.warnSecondsBefore.length, repeatNo: repeat + 1 };
  const breaches = view.state === 'running';
  if (!view.binding) return { breaches, alert: null, after };
  const level = repeat >= escalation.stepUpAtRepeat ? 'service-manager' : 'duty-lead';
  return { breaches, alert: { level, repeatNo: repeat, notifyAt: onCallAt(onCall, now) }, after };
}

function warningsPassed({ limb, dueAt, now }: { limb: Limb; dueAt: Instant; now: Instant }): number {
  return limb.warnSecondsBefore.filter((seconds) => plus(dueAt, -seconds * SECOND) <= now).length;
}

/** Repeats that fell due while nobody was looking: counted in on-call time, so a closed weekend steps nothing up. */
function repeatsPassed(options: {
  view: FiringView;
  escalation: EscalationPolicy;
  onCall: WorkingCalendar;
  now: Instant;
}): number {
  const { view, escalation, onCall, now } = options;
  const from = Math.max(view.dueAt, view.setAt) as Instant;
  if (now <= from) return 0;
  const open = openSecondsBetween(onCall, { from, to: now });
  return open.kind === 'elapsed' ? Math.floor(open.seconds / escalation.repeatEverySeconds) : 0;
}

/** Done at the due instant is in time, so the breach is looked for from the first millisecond after it. */
function justAfter(dueAt: Instant): Instant {
  return plus(dueAt, 1);
}

function onCallAt(onCall: WorkingCalendar, at: Instant): Instant {
  if (isOpen(onCall, at)) return at;
  const opening = nextOpening(onCall, at);
  return opening.kind === 'opening' ? opening.at : at;
}
