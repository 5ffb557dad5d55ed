import { spawnSync } from 'node:child_process';

/** What the tests use that npm does not bring: the programs that will do, and the package that has one. */
const PARTS = [
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    packageName: 'chromium',
    skips: 'journeys in a real browser',
  },
  {
    name: 'Redis or Valkey',
    programs: ['redis-server', 'valkey-server'],
    packageName: 'redis-server',
    skips: 'the queue on Redis',
  },
];

/** Installs what is missing when that is possible, and answers with what still is. */
export async function ensureSystemParts() {
  const missing = PARTS.filter((part) => !isInstalled(part));
  if (missing.length === 0 || process.getuid?.() !== 0 || !exists('apt-get')) return missing;
  console.log(`Installing ${missing.map(({ name }) => name).join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-q'], options);
  const packages = missing.map(({ packageName }) => packageName);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  return PARTS.filter((part) => !isInstalled(part));
}

function isInstalled({ programs }) {
  return programs.some(exists);
}

function exists(program) {
  return spawnSync('/bin/sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;
}
