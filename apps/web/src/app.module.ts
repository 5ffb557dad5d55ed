import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { DemoClockController } from './demo-clock/demo-clock.controller';
import { ProblemFilter } from './errors/problem.filter';
import { HealthController } from './health/health.controller';
import { HomeController } from './home/home.controller';
import { PersonasController } from './personas/personas.controller';
import { ShellModule } from './shell.module';
import type { WebPorts } from './ports';
import { StrictBodyPipe } from './request-reading/strict-body.pipe';
import type { WebSettings } from './settings';
import { RouteRules } from './sign-in/route-rules';
import { SignInModule } from './sign-in/sign-in.module';
import { SignedInGuard } from './sign-in/signed-in.guard';
import { StaticPagesController } from './static-pages/static-pages.controller';

export interface WebParts {
  readonly settings: WebSettings;
  readonly ports: WebPorts;
  /** The pages and the API's features, with whatever provides their use cases. */
  readonly features: readonly (Type | DynamicModule)[];
}

@Module({})
export class AppModule {
  static of({ settings, ports, features }: WebParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ShellModule.of(settings, ports),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 100 }]),
        DiscoveryModule,
        SignInModule,
        ...features,
      ],
      controllers: [
        HomeController,
        PersonasController,
        DemoClockController,
        HealthController,
        StaticPagesController,
      ],
      providers: [
        RouteRules,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_PIPE, useClass: StrictBodyPipe },
      ],
    };
  }
}
