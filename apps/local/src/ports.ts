import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres';
import { StartProblem } from './problem';

export interface SidePorts {
  readonly identity: number;
  readonly smtp: number;
  readonly inbox: number;
}

/** Free ports, the same ones as last time where they still are: open pages and bookmarks keep working. */
export async function sidePorts(folder: string): Promise<SidePorts> {
  const file = join(folder, 'ports.json');
  const last = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<SidePorts>) : {};
  const ports = {
    identity: await freePort(last.identity),
    smtp: await freePort(last.smtp),
    inbox: await freePort(last.inbox),
  };
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

/** A process killed a moment ago may take a blink to let go of the port, hence the second look. */
export async function requirePort(port: number): Promise<void> {
  for (let look = 0; look < 6; look += 1) {
    // Browsers try both addresses of "localhost": another program on either would answer in our place.
    if (!(await isTaken(port, '127.0.0.1')) && !(await isTaken(port, '::1'))) return;
    await pause(250);
  }
  throw new StartProblem(`Port ${port} is taken; free it, or choose another: PORT=${port + 1} npm start`);
}

async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  server.listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    // A machine without IPv6 has nobody listening there.
    return !['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
  server.close();
  await once(server, 'close');
  return false;
}
