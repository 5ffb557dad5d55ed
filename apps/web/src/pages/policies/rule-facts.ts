import type { AttemptPolicyBody } from '#libs/casework';
import { SECOND, type DeadlinePolicy, type Limb, type OpeningHours } from '#libs/domain';
import { calendarDay, lengthInWords } from '../../formatting/moments';
import { limbInWords, limbName, secondsInWords } from '../promise-words/limb-words';
import { daysInWords, openingInWords } from './opening-words';
import * as copy from './policies.copy';

/** One thing a rule says. `id` stays the same from version to version, so that two can be compared. */
export interface RuleFact {
  readonly id: string;
  readonly key: string;
  readonly lines: readonly string[];
}

export function policyFacts(policy: DeadlinePolicy): readonly RuleFact[] {
  const { escalation } = policy;
  return [
    { id: 'start', key: 'Clock starts', lines: [copy.CLOCK_STARTS[policy.clockStart]] },
    { id: 'stop', key: 'Clock stops', lines: [copy.STOPPED_BY[policy.stoppedBy]] },
    ...policy.limbs.map((limb) => limbFact(limb, policy)),
    {
      id: 'escalation',
      key: 'When the limit that counts has passed',
      lines: [
        'The duty lead is told at once, in on-call hours.',
        `They are told again after ${secondsInWords(escalation.repeatEverySeconds)}, and so on, until somebody acknowledges.`,
        `From repeat ${escalation.stepUpAtRepeat} on, the service manager is told instead.`,
      ],
    },
    { id: 'on-call', key: 'On-call hours', lines: openingInWords(escalation.onCall) },
    { id: 'calendar', key: 'Calendar', lines: [policy.calendar] },
    {
      id: 'next-step',
      key: 'After the clock has stopped',
      lines: [`The next step of the case is due within ${lengthInWords(policy.nextStepSeconds * SECOND)}.`],
    },
  ];
}

function limbFact(limb: Limb, policy: DeadlinePolicy): RuleFact {
  const counting = limb.kind === 'elapsed' ? copy.ELAPSED : copy.READINGS[limb.reading];
  const warnings = limb.warnSecondsBefore.map(secondsInWords).join(' and ');
  return {
    id: `limb ${limb.id}`,
    key: `Limit: ${limbName(limb)}`,
    lines: [
      `First conversation ${limbInWords(limb)}.`,
      counting,
      limb.id === policy.bindingLimb ? copy.BINDING : copy.BESIDE,
      ...(warnings === '' ? [] : [`The owner is warned ${warnings} before.`]),
    ],
  };
}

/** `from` is the first day that still matters; earlier special days are left out. */
export function calendarFacts(hours: OpeningHours, { from }: { from: string }): readonly RuleFact[] {
  const special = daysInWords(hours, from);
  const next = hours.holidays.filter((day) => day >= from).toSorted();
  const known =
    hours.knownUntil === undefined ? copy.NO_HOLIDAY_END : copy.holidaysEnd(calendarDay(hours.knownUntil));
  return [
    { id: 'hours', key: 'Opening hours', lines: openingInWords(hours) },
    {
      id: 'special',
      key: 'Closures and special days',
      lines: special.length === 0 ? ['None ahead.'] : special,
    },
    { id: 'zone', key: 'Time zone', lines: [hours.timezone] },
    {
      id: 'holidays',
      key: 'Bank holidays',
      lines: [
        known,
        next.length === 0 ? 'None ahead.' : `Next: ${next.slice(0, 4).map(calendarDay).join(', ')}`,
      ],
    },
  ];
}

export function attemptFacts(body: AttemptPolicyBody): readonly RuleFact[] {
  const times = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  return [
    {
      id: 'attempts',
      key: 'Attempts',
      lines: [`${times(body.attempts, 'attempt')} before somebody must decide.`],
    },
    { id: 'days', key: 'Spread', lines: [`Over ${times(body.workingDays, 'working day')}.`] },
    {
      id: 'times',
      key: 'Times of day',
      lines: [
        `At ${times(body.timesOfDay, 'different time')} of day.`,
        body.eveningWanted
          ? 'One of them in the evening, where that is safe.'
          : 'An evening is not asked for.',
      ],
    },
    { id: 'most', key: 'Most in a day', lines: [`${times(body.mostPerDay, 'attempt')} a day at most.`] },
    {
      id: 'routes',
      key: 'Routes',
      lines: [`${times(body.routesWanted, 'safe route')}, where the person has them.`],
    },
  ];
}

export interface RuleChange {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What two versions of a rule say differently, in plain words. */
export function factChanges(before: readonly RuleFact[], after: readonly RuleFact[]): readonly RuleChange[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [before.find((fact) => fact.id === id), after.find((fact) => fact.id === id)];
    if (was?.lines.join('\n') === is?.lines.join('\n')) return [];
    return [{ key: (was ?? is)?.key ?? id, before: was?.lines ?? ['–'], after: is?.lines ?? ['–'] }];
  });
}
