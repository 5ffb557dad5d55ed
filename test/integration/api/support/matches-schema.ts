import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly example?: unknown;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

export function resolved(document: OpenAPIObject, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`the description has no schema ${schema.$ref}`);
  return found as Schema;
}

/** What of a value the description does not say, or says otherwise. Keys that nobody described are faults too. */
export function faultsOf(
  document: OpenAPIObject,
  value: unknown,
  described: Schema,
  at = '$',
): readonly string[] {
  const schema = resolved(document, described);
  if (schema.anyOf !== undefined) {
    const tries = schema.anyOf.map((one) => faultsOf(document, value, one, at));
    return tries.some((faults) => faults.length === 0) ? [] : (tries[0] ?? []);
  }
  if (schema.allOf !== undefined) return schema.allOf.flatMap((one) => faultsOf(document, value, one, at));
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (!types.some((type) => isOfType(value, type)))
    return [`${at}: ${typeof value} is not ${types.join(' or ')}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: not one of its codes`];
  if (typeof value === 'string') {
    const format = FORMATS[schema.format ?? ''];
    return format === undefined || format.test(value) ? [] : [`${at}: not a ${schema.format}`];
  }
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return value.flatMap((item, index) => faultsOf(document, item, items, `${at}.${index}`));
  }
  return typeof value === 'object' && value !== null ? faultsOfRecord(document, value, schema, at) : [];
}

function faultsOfRecord(
  document: OpenAPIObject,
  value: object,
  schema: Schema,
  at: string,
): readonly string[] {
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const missing = required.filter((key) => !(key in value)).map((key) => `${at}.${key}: missing`);
  const wrong = Object.entries(value).flatMap(([key, part]) => {
    const property = properties[key] ?? additionalProperties;
    if (property === true) return [];
    if (property === false) return [`${at}.${key}: not described`];
    return faultsOf(document, part, property, `${at}.${key}`);
  });
  return [...missing, ...wrong];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
