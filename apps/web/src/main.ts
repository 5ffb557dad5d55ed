import { webEnvironment } from '#libs/config';
import { createWebApp } from './app-setup';
import { composeWeb } from './composition';
import { createLogger } from './logging/logger';
import { startFault } from './start-fault';

async function start(): Promise<void> {
  const environment = webEnvironment(process.env);
  const logger = createLogger(environment.logLevel);
  const { parts, close } = await composeWeb(environment, {
    report: (code) => logger.warn({ code }, 'noted'),
    askForReset: process.send && (() => process.send?.({ kind: 'reset-demo' })),
  });
  const app = await createWebApp({ ...parts, logger });
  const stop = async () => {
    await app.close();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  await app.listen({ host: environment.host, port: environment.port });
}

start().catch((error: unknown) => {
  process.stderr.write(`${startFault(error)}\n`);
  process.exit(1);
});
