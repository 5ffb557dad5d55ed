import {
  computeDue,
  inputsOf,
  policyFaults,
  type CalendarVersion,
  type DeadlinePolicy,
  type PolicyFault,
} from '../deadline';
import {
  calendarOf,
  HOUR,
  instantAtLocal,
  localDate,
  nextOpening,
  plus,
  type Instant,
  type WorkingCalendar,
} from '../time';

/** Longer than this is a slip of the finger, not a promise. */
export const LONGEST_ELAPSED_SECONDS = 28 * 86_400;
export const LONGEST_WORKING_DAYS = 20;

export type PromiseFault =
  | PolicyFault
  | 'limit-too-long'
  | 'warning-longer-than-limit'
  | 'never-on-call'
  | 'never-open'
  | 'bad-closing-time'
  | 'closes-before-opening'
  | 'calendar-ends';

/**
 * Why a policy could not be kept by anybody, limb by limb; an empty list means that it may be proposed. Beside the
 * checks of `policyFaults` it tries the policy on every hour of the two weeks after it takes effect: a deadline must
 * come out each time, and for working days the desk must be open at some moment before it.
 */
export function promiseFaults(
  policy: DeadlinePolicy,
  { calendar, from }: { calendar: CalendarVersion; from: Instant },
): readonly PromiseFault[] {
  const faults = [...policyFaults(policy), ...limitFaults(policy)];
  const onCall = calendarOf(policy.escalation.onCall);
  if (onCall.kind === 'refused') faults.push('never-on-call');
  const built = calendarOf(calendar.hours);
  if (built.kind === 'refused') return [...faults, 'never-open'];
  if (faults.length > 0) return faults;
  return trialFaults(policy, { calendar, built: built.calendar, from });
}

function limitFaults({ limbs }: DeadlinePolicy): PromiseFault[] {
  const faults: PromiseFault[] = [];
  for (const limb of limbs) {
    const long = limb.kind === 'elapsed' ? limb.seconds : limb.days * 86_400;
    const most = limb.kind === 'elapsed' ? LONGEST_ELAPSED_SECONDS : LONGEST_WORKING_DAYS * 86_400;
    if (!(long <= most)) faults.push('limit-too-long');
    // A working-day limb can be shorter than its days: the warning must fit into the shortest of them.
    const shortest = limb.kind === 'elapsed' ? limb.seconds : limb.days * 28_800;
    if (limb.warnSecondsBefore.some((seconds) => seconds >= shortest))
      faults.push('warning-longer-than-limit');
  }
  return [...new Set(faults)];
}

const TRIAL = 14 * 24 * HOUR;

function trialFaults(
  policy: DeadlinePolicy,
  { calendar, built, from }: { calendar: CalendarVersion; built: WorkingCalendar; from: Instant },
): readonly PromiseFault[] {
  const faults = new Set<PromiseFault>();
  for (let at = from; at < plus(from, TRIAL); at = plus(at, HOUR)) {
    for (const inputs of inputsOf({ policy, calendar, startedAt: at, tzdata: '' })) {
      const due = computeDue(inputs);
      if (due.kind === 'refused')
        faults.add(due.reason === 'invalid-closes-at' ? 'bad-closing-time' : 'calendar-ends');
      else if (inputs.limb.kind === 'working-day' && !openOnTheDay(built, due.at))
        faults.add('closes-before-opening');
    }
  }
  return [...faults];
}

/** Whether the desk has been open on the due date before the due instant: a close of service before opening never is. */
function openOnTheDay(calendar: WorkingCalendar, dueAt: Instant): boolean {
  const { timezone } = calendar.hours;
  const date = localDate(plus(dueAt, -1), timezone);
  const midnight = instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
  if (midnight.kind === 'refused') return false;
  const opened = nextOpening(calendar, midnight.at);
  return opened.kind === 'opening' && opened.at < dueAt;
}
