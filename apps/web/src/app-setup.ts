import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import 'reflect-metadata';
import { AppModule, type WebParts } from './app.module';
import { AssetManifest } from './assets/manifest';
import { registerAssets } from './assets/register-assets';
import { PUBLIC_FOLDER } from './assets/folders';
import { FrameworkLogger } from './logging/framework-logger';
import { createLogger } from './logging/logger';
import { registerRequestLog } from './logging/request-log';
import { MAX_BODY_BYTES, registerBodyParsers } from './request-reading/body-parsers';
import { registerFormProtection } from './security/form-protection';
import { registerHeaders } from './security/headers';
import { registerSessions } from './security/sessions';
import { answerUnroutable } from './errors/unroutable';
import { registerViews } from './views/register-views';

export interface WebAppOptions extends WebParts {
  readonly logger?: Logger;
}

/** The application that `main.ts` serves and tests call: the same filters, readers, headers and pages. */
export async function createWebApp(options: WebAppOptions): Promise<NestFastifyApplication> {
  const { settings, ports, logger = createLogger(settings.logLevel) } = options;
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: MAX_BODY_BYTES,
    // Over https a proxy stands in front, one and no more; its word for the client's address is taken.
    trustProxy: settings.publicUrl.startsWith('https:') ? (_address, hop) => hop < 1 : false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerUnroutable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(options), adapter, {
    bodyParser: false,
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  const server = adapter.getInstance();
  const assets = AssetManifest.in(PUBLIC_FOLDER);
  registerBodyParsers(server);
  registerRequestLog(server);
  await registerHeaders(server, settings);
  await registerSessions(server, settings, ports.sessions);
  await registerFormProtection(server, settings.publicUrl);
  await registerViews(server, { assets, timezone: settings.area.timezone });
  await registerAssets(server, assets);
  await app.init();
  await server.ready();
  return app;
}
