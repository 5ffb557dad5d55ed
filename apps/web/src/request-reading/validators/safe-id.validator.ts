import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An identifier of this service: a UUID in lower case, one spelling for one record. */
export function isSafeId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

export function SafeId(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'safeId',
      validator: {
        validate: isSafeId,
        defaultMessage: buildMessage(
          (each) => `${each}$property must be an identifier of this service`,
          options,
        ),
      },
    },
    options,
  );
}
