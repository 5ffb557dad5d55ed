import { localDate, SECOND, type DeadlinePolicy, type Instant, type Limb } from '#libs/domain';
import type { CalendarVersionLine, PolicyVersionLine } from '#libs/persistence';
import { calendarDay, lengthInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import { limbInWords, limbName, secondsInWords } from '../promise-words/limb-words';
import { holidayHorizon } from './holiday-horizon';
import { openingInWords } from './opening-words';
import * as copy from './policies.copy';

interface Fact {
  readonly key: string;
  readonly lines: readonly string[];
}

interface VersionCard {
  readonly title: string;
  readonly standing: string;
  readonly facts: readonly Fact[];
  readonly warning: string | undefined;
}

export interface PoliciesPage {
  readonly title: string;
  readonly intro: string;
  readonly asAt: string;
  readonly policies: readonly VersionCard[];
  readonly calendars: readonly VersionCard[];
}

interface Reading {
  readonly now: Instant;
  readonly timezone: string;
}

export function policiesPage(
  lines: {
    readonly policies: readonly PolicyVersionLine[];
    readonly calendars: readonly CalendarVersionLine[];
  },
  reading: Reading,
): PoliciesPage {
  const { now } = reading;
  const policies = lines.policies.map((line) => ({
    ...line,
    id: line.policy.id,
    version: line.policy.version,
  }));
  return {
    title: copy.POLICIES_TITLE,
    intro: copy.POLICIES_INTRO,
    asAt: timeOfDay(now, reading.timezone),
    policies: policies.map((line) => policyCard(line, standing(line, policies, now), reading)),
    calendars: lines.calendars.map((line) =>
      calendarCard(line, standing(line, lines.calendars, now), reading),
    ),
  };
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
}

function standing(line: Version, all: readonly Version[], now: Instant): string {
  if (line.effectiveFrom > now) return copy.AHEAD;
  const later = all.some(
    ({ id, version, effectiveFrom }) => id === line.id && version > line.version && effectiveFrom <= now,
  );
  return later ? copy.REPLACED : copy.IN_FORCE;
}

function policyCard(
  { policy, effectiveFrom }: PolicyVersionLine,
  standing: string,
  reading: Reading,
): VersionCard {
  const { escalation } = policy;
  return {
    title: `Policy ${policy.id}, version ${policy.version}`,
    standing,
    facts: [
      { key: 'In force from', lines: [fromInWords(effectiveFrom, reading)] },
      { key: 'Clock starts', lines: [copy.CLOCK_STARTS[policy.clockStart]] },
      { key: 'Clock stops', lines: [copy.STOPPED_BY[policy.stoppedBy]] },
      ...policy.limbs.map((limb) => limbFact(limb, policy)),
      {
        key: 'When the limit that counts has passed',
        lines: [
          'The duty lead is told at once, in on-call hours.',
          `They are told again after ${secondsInWords(escalation.repeatEverySeconds)}, and so on, until somebody acknowledges.`,
          `From repeat ${escalation.stepUpAtRepeat} on, the service manager is told instead.`,
        ],
      },
      { key: 'On-call hours', lines: openingInWords(escalation.onCall) },
      { key: 'Calendar', lines: [policy.calendar] },
      {
        key: 'After the clock has stopped',
        lines: [`The next step of the case is due within ${lengthInWords(policy.nextStepSeconds * SECOND)}.`],
      },
    ],
    warning: undefined,
  };
}

function limbFact(limb: Limb, policy: DeadlinePolicy): Fact {
  const counting = limb.kind === 'elapsed' ? copy.ELAPSED : copy.READINGS[limb.reading];
  const warnings = limb.warnSecondsBefore.map(secondsInWords).join(' and ');
  return {
    key: `Limit: ${limbName(limb)}`,
    lines: [
      `First conversation ${limbInWords(limb)}.`,
      counting,
      limb.id === policy.bindingLimb ? copy.BINDING : copy.BESIDE,
      ...(warnings === '' ? [] : [`The owner is warned ${warnings} before.`]),
    ],
  };
}

function calendarCard(line: CalendarVersionLine, standing: string, reading: Reading): VersionCard {
  const { id, version, hours, source, effectiveFrom } = line;
  const horizon = holidayHorizon(hours, reading.now);
  const today = localDate(reading.now, hours.timezone);
  const next = hours.holidays.filter((day) => day >= today);
  const until =
    horizon.kind === 'no-end' ? copy.NO_HOLIDAY_END : copy.holidaysEnd(calendarDay(horizon.until));
  return {
    title: `Calendar ${id}, version ${version}`,
    standing,
    facts: [
      { key: 'In force from', lines: [fromInWords(effectiveFrom, reading)] },
      { key: 'Opening hours', lines: openingInWords(hours) },
      { key: 'Time zone', lines: [hours.timezone] },
      {
        key: 'Bank holidays',
        lines: [until, `Next: ${next.toSorted().slice(0, 4).map(calendarDay).join(', ')}`],
      },
      { key: 'Source', lines: [source] },
    ],
    warning: horizon.kind === 'ends-soon' ? copy.holidaysEndSoon(calendarDay(horizon.until)) : undefined,
  };
}

/** Versions of the first set-up carry a day before any referral: that is no date anyone needs to read. */
function fromInWords(at: Instant, { timezone }: Reading): string {
  return at <= Date.UTC(2000, 0, 1) ? copy.FROM_THE_BEGINNING : timeInWords(at, timezone);
}
