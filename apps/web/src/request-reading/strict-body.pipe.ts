import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationError } from '@nestjs/common';
import { badRequest, invalidInput, Problem, type FieldError } from '../errors/problem';
import { isSafeId } from './validators/safe-id.validator';

/**
 * Checks every DTO: unknown keys at any depth, wrong types and missing values are refused with the field and a
 * sentence. Nothing is converted: "false" is not true, and 7 is not "7".
 */
@Injectable()
export class StrictBodyPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
      stopAtFirstError: true,
      exceptionFactory: (errors) => invalidInput(fieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && metadata.metatype === String) return value;
    const expectsRecord = metadata.type === 'body' && this.toValidate(metadata);
    if (expectsRecord && !isRecord(value)) throw badRequest('The body must be one JSON object.');
    return super.transform(value, metadata);
  }
}

/** An id in the address that cannot be one of ours is nothing we have: 404, and the database is not asked. */
@Injectable()
export class SafeIdPipe {
  transform(value: unknown): string {
    if (isSafeId(value)) return value;
    throw new Problem('not-found');
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

function fieldErrors(errors: readonly ValidationError[], path = ''): readonly FieldError[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path === '' ? property : `${path}.${property}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({
      field,
      message: sentence(rule, message),
    }));
    return [...own, ...fieldErrors(children, field)];
  });
}

function sentence(rule: string, message: string): string {
  return rule === 'whitelistValidation' ? 'This key is not known here' : message;
}
