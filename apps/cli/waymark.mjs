import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** On a fresh clone the first command builds the project; whatever that prints goes to standard error. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const main = `${root}dist/apps/cli/src/main.js`;

if (!existsSync(main) || !existsSync(`${root}node_modules`)) {
  const built = spawnSync(process.execPath, [`${root}apps/local/build.mjs`], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

await import(pathToFileURL(main).href);
