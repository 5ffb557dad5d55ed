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

/** For whoever checks often: without it the journeys take a whole browser, with half as much work again. */
const SHELL = {
  name: "Chromium's shell",
  programs: ['chromium-headless-shell'],
  packageName: 'chromium-headless-shell',
};

/** Installs what is missing when that is possible, and answers with what still is. */
export async function ensureSystemParts() {
  const missing = PARTS.filter((part) => !isInstalled(part));
  const wanted = process.env.CI === 'true' && !isInstalled(SHELL) ? [...missing, SHELL] : missing;
  if (wanted.length === 0 || process.getuid?.() !== 0 || !exists('apt-get')) return missing;
  console.log(`Installing ${wanted.map(({ name }) => name).join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-q'], options);
  const install = ['install', '-y', '-q', '--no-remove', '--no-install-recommends'];
  // One after the other: a package that is not to be had keeps none of the others out.
  for (const { packageName } of wanted) spawnSync('apt-get', [...install, packageName], options);
  return PARTS.filter((part) => !isInstalled(part));
}

function isInstalled({ programs }) {
  return programs.some(exists);
}

function exists(program) {
  return spawnSync('/bin/sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;
}
