import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { WorkerEnvironment } from '#libs/config';
import { assertSoundMachines } from '#libs/domain';
import { keyRingOf, openAtOrRefuse } from '#libs/persistence';
import type { Logger } from 'pino';
import { SETTINGS, type WorkerSettings } from './build-loops';
import { FrameworkLogger } from './logging/logger';
import { WorkerModule } from './worker.module';

/** The one way a worker starts, for the process and for tests alike. */
export async function startWorker(options: {
  environment: WorkerEnvironment;
  logger: Logger;
  settings?: WorkerSettings;
}): Promise<INestApplicationContext> {
  assertSoundMachines();
  const { environment, logger, settings = SETTINGS } = options;
  const { workerDatabaseUrl, keysDatabaseUrl, masterKeys, erasureLedger } = environment;
  await openAtOrRefuse(
    { main: workerDatabaseUrl, keys: keysDatabaseUrl },
    { ring: keyRingOf(masterKeys), ledgerFile: erasureLedger },
  );
  const app = await NestFactory.createApplicationContext(WorkerModule.of({ environment, logger, settings }), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  logger.info({ queue: environment.queue.mode }, 'worker ready');
  return app;
}
