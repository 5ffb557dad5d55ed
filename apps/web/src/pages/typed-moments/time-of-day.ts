const SHAPE = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*([ap])\.?m\.?$|^(\d{1,2})[:. ]?(\d{2})$/i;

/** `16:30`, `1630`, `4:30pm`, `4.30 pm`, `4pm`, `midday` or `midnight` as `HH:MM`; undefined for anything else. */
export function readTimeOfDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === 'midday' || text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const [, hour12, minute12 = '00', half, hour24, minute24] = SHAPE.exec(text) ?? [];
  if (half !== undefined) return fromTwelve(Number(hour12), Number(minute12), half);
  return hour24 === undefined ? undefined : clock(Number(hour24), Number(minute24));
}

function fromTwelve(hour: number, minute: number, half: string): string | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return clock((hour % 12) + (half === 'p' ? 12 : 0), minute);
}

function clock(hour: number, minute: number): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
