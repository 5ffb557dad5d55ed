import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { resolved, type Schema } from './support/matches-schema';
import { useApi } from './support/use-api';

const api = useApi();

function operations() {
  return Object.entries(api().document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ name: `${method} ${path}`, method, operation }];
    }),
  );
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1, open to everyone, and describes every route of the API but its own', () => {
    expect(api().document.openapi).toBe('3.1.0');
    const served = handlersOfTheApi();
    expect(served).toContain('SubmitReferralController.submit');
    expect(served).toContain('OpenApiController.read');
    expect(operations()).toHaveLength(served.length - 1);
  });

  it('names each operation once and says what it is for, who may call it and what can go wrong', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, method, operation } of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/^[A-Z].{5,}/)]);
      expect([name, operation.security]).toEqual([name, [{ bearer: [] }]]);
      const statuses = Object.keys(operation.responses);
      expect([name, statuses]).toEqual([name, expect.arrayContaining(['401', '404'])]);
      if (method === 'post')
        expect([name, statuses]).toEqual([name, expect.arrayContaining(['400', '415', '422'])]);
    }
  });

  it('asks for an Idempotency-Key on every POST', () => {
    for (const { name, operation } of operations().filter(({ method }) => method === 'post')) {
      const headers = (operation.parameters ?? []).filter((one) => 'in' in one && one.in === 'header');
      expect([name, headers]).toEqual([
        name,
        expect.arrayContaining([expect.objectContaining({ name: 'Idempotency-Key', required: true })]),
      ]);
    }
  });

  it('refers to nothing that is not there, and gives an invented example of every value', () => {
    const schemas = Object.entries(api().document.components?.schemas ?? {}) as [string, Schema][];
    for (const reference of JSON.stringify(api().document).matchAll(/"\$ref":"([^"]+)"/g)) {
      expect(() => resolved(api().document, { $ref: reference[1]! })).not.toThrow();
    }
    const without = schemas.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => property.example === undefined && !isMadeOfOthers(property))
        .map(([property]) => `${name}.${property}`),
    );
    expect(without).toEqual([]);
    expect(JSON.stringify(api().document)).not.toContain('"nullable"');
  });
});

/** Every handler that the running application serves under the address of the API. */
function handlersOfTheApi(): readonly string[] {
  const modules = [...api().web.app.get(ModulesContainer).values()];
  const controllers = modules.flatMap(({ controllers: all }) =>
    [...all.values()].map(({ metatype }) => metatype),
  );
  const ours = controllers.filter((made) => {
    const path: unknown = made && Reflect.getMetadata(PATH_METADATA, made);
    return typeof path === 'string' && path.startsWith('/api/v1');
  });
  return ours.flatMap((made) => {
    const prototype = made?.prototype as Readonly<Record<string, object>>;
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] ?? {}))
      .map((name) => `${made?.name}.${name}`);
  });
}

function isMadeOfOthers({ $ref, anyOf, allOf, items }: Schema): boolean {
  return $ref !== undefined || anyOf !== undefined || allOf !== undefined || items?.$ref !== undefined;
}
