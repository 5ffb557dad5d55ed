import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteRules, type RuledRoute } from '../../../../apps/web/src/sign-in/route-rules';
import type { TestWeb } from '../../../support/web';
import type { Schema } from '../../api/support/matches-schema';

export interface AttackedRoute extends RuledRoute {
  readonly surface: 'page' | 'api';
  /** Names in the path, in their order: `['id', 'routeId']`. */
  readonly params: readonly string[];
  /** Of the body, for a POST of the API that takes one. */
  readonly body: Schema | null;
  readonly ifMatch: boolean;
}

/** Every route of pages and API with its rule, as the running application has it. Nothing is listed by hand. */
export function everyRoute(web: TestWeb, document: OpenAPIObject): readonly AttackedRoute[] {
  const described = new Map(
    Object.entries(document.paths).map(([path, item]) => [path.replaceAll(/\{(\w+)\}/g, ':$1'), item]),
  );
  return web.app
    .get(RouteRules)
    .all()
    .map((route) => {
      const operation = described.get(route.path)?.[route.method === 'GET' ? 'get' : 'post'];
      const content = (
        operation?.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined
      )?.content;
      return {
        ...route,
        surface: route.path.startsWith('/api/') ? ('api' as const) : ('page' as const),
        params: [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
        body: content?.['application/json']?.schema ?? null,
        ifMatch: (operation?.parameters ?? []).some((one) => 'name' in one && one.name === 'If-Match'),
      };
    });
}

/** The address with what `valueOf` says in the place of each parameter. */
export function addressOf({ path }: AttackedRoute, valueOf: (name: string, index: number) => string): string {
  let index = 0;
  return path.replaceAll(/:(\w+)/g, (_, name: string) => valueOf(name, index++));
}
