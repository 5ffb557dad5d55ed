import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { isCleanText } from '../clean-text';

export interface CleanTextLimits {
  /** The longest text, in characters as a person counts them. */
  readonly max: number;
  /** At least this many characters that are not spaces. */
  readonly min?: number;
}

export function isCleanTextWithin(value: unknown, { min = 0, max }: CleanTextLimits): boolean {
  if (typeof value !== 'string' || value.length > max * 4 || !isCleanText(value)) return false;
  return [...value].length <= max && [...value.replace(/\s/gu, '')].length >= min;
}

/** Text from a person: a string, within its length, without control characters or direction overrides. */
export function CleanText(limits: CleanTextLimits, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'cleanText',
      constraints: [limits],
      validator: {
        validate: (value) => isCleanTextWithin(value, limits),
        defaultMessage: buildMessage(
          (each) => `${each}$property must be text of at most ${limits.max} ordinary characters`,
          options,
        ),
      },
    },
    options,
  );
}
