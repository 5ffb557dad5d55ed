import { mkdirSync } from 'node:fs';
import { projectRoot } from '#libs/config';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { surroundings, webVariables, workerVariables, type Instance } from './instance';
import { StartProblem } from './problem';
import { SupervisedChild } from './supervised-child';

const PATIENCE_MS = 90_000;
const TRIES = 3;

/** The web and the worker process of the instance. */
export class Programs {
  private readonly web: SupervisedChild;
  private readonly worker: SupervisedChild;

  constructor(
    private readonly instance: Instance,
    onWebMessage: (message: unknown) => void,
  ) {
    const logs = join(instance.settings.dataFolder, 'logs');
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    const child = (name: string, variables: Readonly<Record<string, string>>) => ({
      name,
      program: join(projectRoot(), 'dist', 'apps', name, 'src', 'main.js'),
      environment: { ...surroundings(), ...variables },
      logFile: join(logs, `${name}.log`),
    });
    this.web = new SupervisedChild({ ...child('web', webVariables(instance)), onMessage: onWebMessage });
    this.worker = new SupervisedChild(child('worker', workerVariables(instance)));
  }

  /** Resolves when pages are served. */
  async start(signal: AbortSignal): Promise<void> {
    this.web.start();
    this.worker.start();
    const address = `http://127.0.0.1:${this.instance.settings.port}/health/live`;
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (this.web.failuresInARow < TRIES && Date.now() < giveUpAt) {
      const response = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (response?.status === 200) return;
      signal.throwIfAborted();
      await pause(50);
    }
    throw new StartProblem('The web process does not come up; its log, named above, says why.');
  }

  async stop(): Promise<void> {
    await Promise.all([this.web.stop(), this.worker.stop()]);
  }

  kill(): void {
    this.web.kill();
    this.worker.kill();
  }
}
