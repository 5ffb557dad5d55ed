export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `YYYY-MM-DD` when the three boxes hold a day that exists, `empty` when nothing is in them, else `wrong`. */
export function readDay({ day, month, year }: TypedDay): { readonly on: string } | 'empty' | 'wrong' {
  const [d, m, y] = [day, month, year].map((part) => part.trim());
  if (d === '' && m === '' && y === '') return 'empty';
  if (!/^\d{1,2}$/.test(d ?? '') || !/^\d{1,2}$/.test(m ?? '') || !/^\d{4}$/.test(y ?? '')) return 'wrong';
  const on = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const read = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(on) ? { on } : 'wrong';
}
