import { WEEKDAYS, type OpeningHours, type Span } from '#libs/domain';
import { invalidInput, type FieldError } from '../../../errors/problem';
import type { SpanBody, WeeklySpanBody } from './card-hours.dto';

/** The hours of a week as the card keeps them; null when none were named. */
export function weekOf(hours: readonly WeeklySpanBody[] | null, timezone: string): OpeningHours | null {
  if (hours === null) return null;
  requireForward(hours);
  const schedule = Object.fromEntries(
    WEEKDAYS.flatMap((day) => {
      const spans = hours.filter((span) => span.day === day).map(spanOf);
      return spans.length === 0 ? [] : [[day, spans]];
    }),
  );
  return { timezone, schedule, holidays: [] };
}

export function spansOf(hours: readonly SpanBody[]): readonly Span[] {
  requireForward(hours);
  return hours.map(spanOf);
}

function spanOf({ opens, closes }: SpanBody): Span {
  return [opens, closes];
}

/** Hours that run past midnight are never guessed: which of the two days was meant decides whether somebody is safe. */
function requireForward(hours: readonly SpanBody[]): void {
  const errors = hours.flatMap(({ opens, closes }, index): readonly FieldError[] =>
    opens < closes
      ? []
      : [{ field: `hours.${index}.closes`, message: 'closes must be later than opens on the same day' }],
  );
  if (errors.length > 0) throw invalidInput(errors);
}
