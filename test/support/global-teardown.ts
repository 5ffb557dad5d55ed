import { rmSync } from 'node:fs';
import { running } from './running';

export default async function globalTeardown(): Promise<void> {
  await running.redis?.stop();
  await running.postgres?.stop();
  if (running.folder !== undefined) rmSync(running.folder, { recursive: true, force: true });
}
