import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { instant } from '#libs/domain';
import { isZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';

/** Nobody types in a report older than this: an earlier year is a slip of the finger. */
const EARLIEST_REPORT = instant('1950-01-01T00:00:00Z');

/** The moment somebody reported: with its offset, and in a year that can be meant. */
export function IsReportTime(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isZonedInstant',
      validator: {
        validate: (value) => isZonedInstant(value) && instant(String(value)) >= EARLIEST_REPORT,
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be a date and time from 1950 on, with an offset, such as 2026-09-01T17:00:00+01:00`,
          options,
        ),
      },
    },
    options,
  );
}
