import { ApiProperty } from '@nestjs/swagger';

const SAMPLE_ID = '00000000-0000-7000-8000-00000000a001';
const SAMPLE_INSTANT = '2026-09-01T16:00:00.000Z';

interface PropertyOptions {
  readonly nullable?: boolean;
  readonly required?: boolean;
}

/** The descriptions that every DTO and view shares, so that one kind of value looks the same everywhere. */
export function IdProperty(description: string, options: PropertyOptions = {}): PropertyDecorator {
  return asText(ApiProperty({ type: String, format: 'uuid', description, example: SAMPLE_ID, ...options }));
}

export function InstantProperty(description: string, options: PropertyOptions = {}): PropertyDecorator {
  return asText(
    ApiProperty({ type: String, format: 'date-time', description, example: SAMPLE_INSTANT, ...options }),
  );
}

/** A day on the wall, as `YYYY-MM-DD`. */
export function DayProperty(description: string, options: PropertyOptions = {}): PropertyDecorator {
  return asText(
    ApiProperty({ type: String, format: 'date', description, example: '2026-09-01', ...options }),
  );
}

export function TextProperty(
  description: string,
  example: string,
  options: PropertyOptions & { readonly maxLength?: number } = {},
): PropertyDecorator {
  return asText(ApiProperty({ type: String, description, example, ...options }));
}

export function NumberProperty(
  description: string,
  example: number,
  options: PropertyOptions & { readonly minimum?: number; readonly maximum?: number } = {},
): PropertyDecorator {
  return ApiProperty({
    type: Number.isInteger(example) ? 'integer' : 'number',
    description,
    example,
    ...options,
  });
}

export function YesNoProperty(
  description: string,
  example: boolean,
  options: PropertyOptions = {},
): PropertyDecorator {
  return ApiProperty({ type: Boolean, description, example, ...options });
}

/** One code of a closed list. */
export function CodeProperty(
  codes: readonly string[],
  description: string,
  options: PropertyOptions = {},
): PropertyDecorator {
  const listed = options.nullable ? [...codes, null] : [...codes];
  return asText(ApiProperty({ type: String, enum: listed, description, example: codes[0], ...options }));
}

export function CodesProperty(
  codes: readonly string[],
  description: string,
  options: PropertyOptions = {},
): PropertyDecorator {
  const example = codes.slice(0, 1);
  return ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...codes] },
    description,
    example,
    ...options,
  });
}

export function ETagProperty(): PropertyDecorator {
  return TextProperty('The version that was read: send it as If-Match with a change.', '"1"');
}

/**
 * A compiler that reads one file at a time cannot see that an imported code, or what may be null, is text; the check of
 * DTOs relies on it.
 */
function asText(decorate: PropertyDecorator): PropertyDecorator {
  return (target, key) => {
    Reflect.defineMetadata('design:type', String, target, key);
    decorate(target, key);
  };
}
