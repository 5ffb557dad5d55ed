import { type DynamicModule, Module } from '@nestjs/common';
import { DEMO_CLOCK, INSTANCE_INFO, READINESS, STAFF_DIRECTORY, type WebPorts } from './ports';
import { ServerKey } from './security/server-key';
import { WEB_SETTINGS, type WebSettings } from './settings';
import { BearerActor } from './sign-in/bearer-actor';
import { IdentityProvider } from './sign-in/identity-provider';
import { SessionActor } from './sign-in/session-actor';
import { Pages } from './views/pages';

/** What every page and API controller may ask for. */
@Module({})
export class ShellModule {
  static of(settings: WebSettings, ports: WebPorts): DynamicModule {
    const outside = [
      { provide: WEB_SETTINGS, useValue: settings },
      { provide: STAFF_DIRECTORY, useValue: ports.staff },
      { provide: INSTANCE_INFO, useValue: ports.instance },
      { provide: DEMO_CLOCK, useValue: ports.demoClock },
      { provide: READINESS, useValue: ports.readiness },
    ];
    const own = [Pages, IdentityProvider, ServerKey, SessionActor, BearerActor];
    return {
      module: ShellModule,
      global: true,
      providers: [...outside, ...own],
      exports: [...outside, ...own],
    };
  }
}
