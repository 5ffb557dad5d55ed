import type { OpenAPIObject } from '@nestjs/swagger';

type Parameter = NonNullable<OpenAPIObject['paths'][string]['parameters']>[number];

const METHODS = ['get', 'post'] as const;

/** What decorators cannot say of every route at once: ids in addresses are UUIDs, bodies hold no further keys. */
export function refine(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      const parameters = operation?.parameters?.map(withIdFormat);
      return operation === undefined ? [] : [[method, { ...operation, parameters }] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
    name,
    name.endsWith('Body') ? { ...schema, additionalProperties: false } : schema,
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: Object.fromEntries(schemas) },
  };
}

function withIdFormat(parameter: Parameter): Parameter {
  if (!('in' in parameter) || parameter.in !== 'path') return parameter;
  const schema = { type: 'string', format: 'uuid', example: '00000000-0000-7000-8000-00000000a001' };
  return { ...parameter, schema };
}
