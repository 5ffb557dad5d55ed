import type { OpeningHours, SafeContactCard, Span, Weekday } from '#libs/domain';
import { WEEKDAYS } from '../../../formatting/moment.copy';
import { hoursOf, typedHours, WEEK } from '../hours-in-words';
import { readHours } from '../typed-hours';
import { TIMES } from './part.copy';
import { invalid, textOf, type PartForm } from './part-form';

const NONE = 'none';
const NAMES = WEEK.map((day) => fieldOf(day));

/**
 * Seven lines, one a weekday. What is said here takes the place of what was said before. No hours at all must be said
 * outright: a form sent empty by mistake would make every hour safe.
 */
function weekForm(
  words: {
    readonly title: string;
    readonly intro: string;
    readonly hint: string;
    readonly none: string;
    readonly noneError: string;
    readonly bothError: string;
  },
  which: 'saidWindows' | 'never',
): PartForm {
  return {
    title: words.title,
    intro: words.intro,
    single: [...NAMES, NONE],
    refusedAt: fieldOf('mon'),
    fields: () => [
      ...WEEK.map((day) => ({
        kind: 'text' as const,
        name: fieldOf(day),
        label: WEEKDAYS[day],
        ...(day === 'mon' && { hint: words.hint }),
      })),
      { kind: 'tick', name: NONE, label: words.none },
    ],
    opening: ({ card }) => ({
      ...Object.fromEntries(WEEK.map((day) => [fieldOf(day), typedHours(card[which], day)])),
      [NONE]: '',
    }),
    read: (raw, { card, timezone }) => {
      const week = WEEK.map((day) => [day, readHours(textOf(raw, fieldOf(day)))] as const);
      const wrong = week.filter(([, spans]) => spans === undefined);
      if (wrong.length > 0) {
        return invalid(...wrong.map(([day]) => [fieldOf(day), TIMES.error(WEEKDAYS[day])] as const));
      }
      const hours = hoursOf(
        week.map(([day, spans]): readonly [Weekday, readonly Span[]] => [day, spans ?? []]),
        timezone,
      );
      const none = textOf(raw, NONE) === 'yes';
      if (hours === null && !none) return invalid([fieldOf('mon'), words.noneError]);
      if (hours !== null && none) return invalid([NONE, words.bothError]);
      return { kind: 'valid', change: timesChange(card, which, hours) };
    },
  };
}

export const SAFE_TIMES_FORM = weekForm(TIMES.safe, 'saidWindows');
export const NEVER_TIMES_FORM = weekForm(TIMES.never, 'never');

function timesChange(
  { saidWindows, never }: Pick<SafeContactCard, 'saidWindows' | 'never'>,
  which: 'saidWindows' | 'never',
  hours: OpeningHours | null,
) {
  const both = { windows: saidWindows, never };
  return { part: 'times', ...both, ...(which === 'never' ? { never: hours } : { windows: hours }) } as const;
}

function fieldOf(day: Weekday): string {
  return `${day}Hours`;
}
