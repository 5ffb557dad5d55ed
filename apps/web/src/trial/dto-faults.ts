import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import type { Type } from '@nestjs/common';

const NESTED = 'nestedValidation';
const OPTIONAL = 'isOptional';

/** Rules that bound a text: by length, or by allowing only texts of a known form. */
const BOUNDS_TEXT = new Set([
  'cleanText',
  'maxLength',
  'isLength',
  'isIn',
  'isEnum',
  'isRealDate',
  'isZonedInstant',
  'safeId',
]);
const BOUNDS_LIST = new Set(['arrayMaxSize']);
const BOUNDS_NUMBER = new Set(['max', 'isIn']);
const STRICT_NUMBER = new Set(['isInt', 'isNumber', 'isIn']);

type Rules = ReadonlySet<string>;

/**
 * What the stock checks would let through in this DTO: text without end, lists without end, "false" as true, nested
 * parts whose unknown keys nobody looks at, null where only leaving out was meant.
 */
export function dtoFaults(dto: Type): readonly string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false);
  const byProperty = new Map<string, Set<string>>();
  for (const { propertyName, name, type } of metadata) {
    const rules = byProperty.get(propertyName) ?? new Set<string>();
    byProperty.set(propertyName, rules.add(name ?? type));
  }
  return [...byProperty].flatMap(([property, rules]) =>
    faultsOf(dto, property, rules).map((fault) => `${dto.name}.${property}: ${fault}`),
  );
}

function faultsOf(dto: Type, property: string, rules: Rules): readonly string[] {
  const type: unknown = Reflect.getMetadata('design:type', dto.prototype as object, property);
  const faults = rules.has(OPTIONAL) ? ['IsOptional lets null through, use MayBeOmitted'] : [];
  if (type === Boolean)
    return [...faults, ...missing(rules, new Set(['isBoolean']), 'no strict boolean check')];
  if (type === String) return [...faults, ...missing(rules, BOUNDS_TEXT, 'text without a length')];
  if (type === Number) {
    const strict = missing(rules, STRICT_NUMBER, 'no strict number check');
    return [...faults, ...strict, ...missing(rules, BOUNDS_NUMBER, 'number without a largest value')];
  }
  if (type === Array)
    return [
      ...faults,
      ...missing(rules, BOUNDS_LIST, 'list without a size'),
      ...nested(dto, property, rules, true),
    ];
  // a type taken from a list of codes, or one that may be null, is written into the metadata as Object
  if (rules.has('isIn')) return faults;
  if (rules.has('isInt') || rules.has('isNumber'))
    return [...faults, ...missing(rules, BOUNDS_NUMBER, 'number without a largest value')];
  return [...faults, ...nested(dto, property, rules, false)];
}

function missing(rules: Rules, wanted: Rules, fault: string): readonly string[] {
  return [...wanted].some((rule) => rules.has(rule)) ? [] : [fault];
}

/** A part that is a record is checked in depth only when it says so and names its class. */
function nested(dto: Type, property: string, rules: Rules, list: boolean): readonly string[] {
  const items = list && [...BOUNDS_TEXT, ...STRICT_NUMBER].some((rule) => rules.has(rule));
  if (items) return [];
  if (!rules.has(NESTED)) return ['nested part without ValidateNested, or items without a check of each'];
  const made = plainToInstance(dto, { [property]: list ? [{}] : {} }) as Record<string, unknown>;
  const part = list ? (made[property] as unknown[])[0] : made[property];
  return (part as object).constructor === Object ? ['nested part without Type'] : [];
}
