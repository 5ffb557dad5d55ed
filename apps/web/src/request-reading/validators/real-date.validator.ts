import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that is on the calendar: 2026-02-30 and 2026-W05 are not. */
export function isRealDate(value: unknown): boolean {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
}

export function IsRealDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isRealDate',
      validator: {
        validate: isRealDate,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be a real date from 1900 on, written YYYY-MM-DD`,
          options,
        ),
      },
    },
    options,
  );
}
