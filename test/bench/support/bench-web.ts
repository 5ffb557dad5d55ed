import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadAreaPack } from '#libs/config';
import { signingKeys, startIdentityProvider } from '../../../apps/local/src/identity';
import { freePort } from '../../../apps/local/src/postgres';
import { accessToken } from '../../support/web-token';
import type { BenchInstance } from './bench-instance';

const MAIN = join(__dirname, '../../../apps/web/src/main.js');
const PATIENCE_MS = 60_000;

export interface BenchWeb {
  readonly publicUrl: string;
  token(persona: string): Promise<string>;
  /** Seconds of processor time that the web process has used; null where the system does not tell. */
  cpuSeconds(): number | null;
  stop(): Promise<void>;
}

/** The web process as it is run, on its own, with a real OpenID provider beside it. */
export async function startBenchWeb(instance: BenchInstance): Promise<BenchWeb> {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const issuer = `http://127.0.0.1:${issuerPort}`;
  const clientSecret = randomBytes(16).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-issuer-'));
  const provider = await startIdentityProvider({
    port: issuerPort,
    publicUrl,
    clientSecret,
    personas: loadAreaPack('essex').personas,
    keys: signingKeys(join(folder, 'keys.json')),
  });
  const web = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      WEB_DATABASE_URL: instance.url('web'),
      WALL_DATABASE_URL: instance.url('wall'),
      CONTACT_NOTES_DATABASE_URL: instance.url('contact_notes'),
      ADVOCACY_NOTES_DATABASE_URL: instance.url('advocacy_notes'),
      SUPERVISION_NOTES_DATABASE_URL: instance.url('supervision_notes'),
      THERAPY_NOTES_DATABASE_URL: instance.url('therapy_notes'),
      REPORT_DATABASE_URL: instance.url('report'),
      KEYS_DATABASE_URL: instance.url('keys'),
      KEY_FILE: instance.keyFile,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: issuer,
      OIDC_PROVIDER: 'local',
      OIDC_CLIENT_ID: 'waymark-web',
      OIDC_CLIENT_SECRET: clientSecret,
      LOG_LEVEL: 'silent',
    },
  });
  await ready(publicUrl, () => web.exitCode === null);
  return {
    publicUrl,
    cpuSeconds: () => cpuSecondsOf(web.pid),
    token: (persona) => accessToken({ issuer, publicUrl, persona }),
    stop: async () => {
      if (web.exitCode === null) {
        web.kill('SIGTERM');
        await once(web, 'exit');
      }
      await provider.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Linux tells in hundredths of a second, in user and in system mode; the name in brackets may hold spaces. */
function cpuSecondsOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function ready(publicUrl: string, alive: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (alive() && Date.now() < giveUpAt) {
    const answer = await fetch(`${publicUrl}/api/v1/openapi.json`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('the web process did not start');
}
