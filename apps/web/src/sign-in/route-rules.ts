import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { routeRules, type RouteRule } from './route-rule';
import { WITH_FRESH_FACTOR } from './with-fresh-factor.decorator';

export interface RuledRoute {
  readonly method: string;
  /** As the router knows it: `/cases/:id/plan`. */
  readonly path: string;
  readonly handler: string;
  readonly rules: readonly RouteRule[];
  /** Whether it asks for a second factor of the last 5 minutes whatever is sent. */
  readonly fresh: boolean;
}

/** Every route with its rule. An application with a route that does not say who it is for does not start. */
@Injectable()
export class RouteRules implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.all().filter(({ rules }) => rules.length === 0);
    if (open.length === 0) return;
    const names = open.map(({ method, path, handler }) => `${method} ${path} (${handler})`);
    throw new Error(`These routes do not say who they are for: ${names.join(', ')}`);
  }

  all(): readonly RuledRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (metatype === null || typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as (...given: unknown[]) => unknown;
        const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) return [];
        const rules = routeRules(this.reflector, [handler, metatype]);
        const fresh = this.reflector.get<boolean | undefined>(WITH_FRESH_FACTOR, handler) === true;
        const parts = [metatype, handler].map((of) => this.reflector.get<string>(PATH_METADATA, of) ?? '');
        const path = `/${parts.join('/')}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
        return [{ method: RequestMethod[method], path, handler: `${metatype.name}.${name}`, rules, fresh }];
      });
    });
  }
}
