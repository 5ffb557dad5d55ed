import { explainVersion, type DeadlineInputs, type Segment } from '#libs/domain';
import type { DeadlineWithLedger, LedgerVersion } from '#libs/persistence';
import { deadlineInWords } from '../../formatting/deadline-words';
import { calendarDay, lengthInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { CaseParts } from './case.page';
import { caseFrame } from './case-frame.page';
import { DEADLINE_STATE_WORDS, ruleWords, segmentWords, VERSION_REASONS } from './deadlines.copy';

export function deadlinesPage(parts: CaseParts) {
  const { history, now, timezone, limbName } = parts;
  return {
    frame: caseFrame(parts, 'deadlines'),
    deadlines: history.deadlines
      .toSorted((a, b) => Number(b.deadline.binding) - Number(a.deadline.binding))
      .map((each) => deadlineView(each, { now, timezone, limbName })),
    asAt: timeOfDay(now, timezone),
  };
}

function deadlineView(
  { deadline, breachedAt, versions }: DeadlineWithLedger,
  time: Pick<CaseParts, 'now' | 'timezone' | 'limbName'>,
) {
  const { timezone } = time;
  const live = deadline.state === 'running' || deadline.state === 'breached';
  return {
    id: `limb-${deadline.limb}`,
    limb: time.limbName(deadline.limb),
    binding: deadline.binding,
    state: DEADLINE_STATE_WORDS[deadline.state],
    due: live ? deadlineInWords(deadline.dueAt, time) : null,
    dueInFull: timeInWords(deadline.dueAt, timezone),
    metAt: deadline.metAt === null ? null : timeInWords(deadline.metAt, timezone),
    adjusted: deadline.adjustedDueAt === null ? null : timeInWords(deadline.adjustedDueAt, timezone),
    breached: breachedAt === null ? null : timeInWords(breachedAt, timezone),
    versions: versions
      .toReversed()
      .map((version) => versionView(version, version.version === deadline.version)),
  };
}

function versionView({ version, dueAt, inputs, reason, recordedAt }: LedgerVersion, inForce: boolean) {
  const { timezone } = inputs.hours;
  const segments = explainVersion(inputs);
  return {
    version,
    inForce,
    because: VERSION_REASONS[reason] ?? reason,
    recorded: timeInWords(recordedAt, timezone),
    started: timeInWords(inputs.startedAt, timezone),
    due: timeInWords(dueAt, timezone),
    rule: ruleWords(inputs.limb),
    basis: basisOf(inputs),
    segments: segments.map((segment) => segmentView(segment, timezone)),
    sum: sumOf(inputs, segments),
  };
}

function segmentView({ from, to, date, reason, countedSeconds, workingDay }: Segment, timezone: string) {
  return {
    day: calendarDay(date),
    from: timeOfDay(from, timezone),
    to: timeOfDay(to, timezone),
    what: segmentWords(reason, workingDay),
    counted: countedInWords(reason, countedSeconds),
  };
}

function countedInWords(reason: Segment['reason'], seconds: number): string {
  if (reason === 'working-day') return '1 working day';
  return seconds === 0 ? 'Nothing' : exactLength(seconds);
}

/** To the second where that is what it takes for the parts to add up. */
function exactLength(seconds: number): string {
  const rest = seconds % 60;
  if (rest === 0) return lengthInWords(seconds * 1_000);
  return seconds < 60 ? `${rest} s` : `${lengthInWords((seconds - rest) * 1_000)} ${rest} s`;
}

/** What the counted parts add up to: the whole budget, or the working is wrong. */
function sumOf({ limb }: DeadlineInputs, segments: readonly Segment[]): string {
  if (limb.kind === 'working-day' && limb.reading !== 'B') {
    const days = segments.filter(({ reason }) => reason === 'working-day').length;
    return `${days} of ${limb.days} working ${limb.days === 1 ? 'day' : 'days'}`;
  }
  const seconds = segments.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0);
  return `${seconds / 3_600} hours`;
}

function basisOf(inputs: DeadlineInputs): string {
  const { policyId, policyVersion, calendarId, calendarVersion, hours, tzdata } = inputs;
  const holidays = hours.holidays.length === 0 ? 'none' : hours.holidays.map(calendarDay).join(', ');
  return `Policy ${policyId} version ${policyVersion}; calendar ${calendarId} version ${calendarVersion}; bank holidays in between: ${holidays}; time zone ${hours.timezone}, data ${tzdata}.`;
}
