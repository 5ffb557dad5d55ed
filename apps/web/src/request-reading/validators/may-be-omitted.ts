import { ValidateIf } from 'class-validator';

/** The key may be left out. Unlike `IsOptional`, null is not the same as nothing and is checked like any value. */
export function MayBeOmitted(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
