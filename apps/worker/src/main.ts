import 'reflect-metadata';
import { AreaPackError, EnvironmentError, workerEnvironment } from '#libs/config';
import {
  BrokenLedgerError,
  OtherAreaError,
  PrivilegedRoleError,
  RestoredSystemError,
} from '#libs/persistence';
import { ForgetfulRedisError } from '#libs/queues';
import { faultForLog } from './logging/fault-for-log';
import { createLogger } from './logging/logger';
import { startWorker } from './start-worker';

/** Errors whose words are ours, made to be read by whoever starts the worker. */
const PLAIN = [
  EnvironmentError,
  AreaPackError,
  OtherAreaError,
  PrivilegedRoleError,
  ForgetfulRedisError,
  RestoredSystemError,
  BrokenLedgerError,
];

async function main(): Promise<void> {
  const environment = workerEnvironment(process.env);
  const logger = createLogger(environment.logLevel);
  const app = await startWorker({ environment, logger });
  const stop = (signal: string) => {
    logger.info({ signal }, 'worker stops');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ fault: faultForLog(error) }, 'the worker did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', () => stop('SIGINT'));
  process.once('SIGTERM', () => stop('SIGTERM'));
}

main().catch((error: unknown) => {
  const plain = PLAIN.some((kind) => error instanceof kind);
  const words = plain ? (error as Error).message : JSON.stringify(faultForLog(error));
  process.stderr.write(`The worker cannot start: ${words}\n`);
  process.exit(1);
});
