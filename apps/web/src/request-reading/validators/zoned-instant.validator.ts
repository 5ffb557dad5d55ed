import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { isRealDate } from './real-date.validator';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** A moment with its offset from UTC. Without one it is two moments on the night the clocks go back. */
export function isZonedInstant(value: unknown): boolean {
  const date = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return date !== undefined && isRealDate(date);
}

export function IsZonedInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isZonedInstant',
      validator: {
        validate: isZonedInstant,
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be a date and time with an offset, such as 2026-09-01T17:00:00+01:00`,
          options,
        ),
      },
    },
    options,
  );
}
