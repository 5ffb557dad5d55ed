import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { compile, type Options } from 'sass';
import { projectFolder, PUBLIC_FOLDER } from './folders';
import { MANIFEST_FILE } from './manifest';

const PROJECT = projectFolder();
const CLIENT = join(PROJECT, 'apps/web/src/assets/client');
const GOVUK_SCRIPT = join(PROJECT, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js');
const STAMP_FILE = '.inputs';

export type AssetBuild = 'built' | 'unchanged';

/** Writes style, scripts and icon under names that carry their content's hash, and the list of those names. */
export function buildAssets(folder = PUBLIC_FOLDER): AssetBuild {
  const stamp = inputStamp();
  const stampFile = join(folder, STAMP_FILE);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'unchanged';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const kit = write(folder, 'govuk-frontend.mjs', withoutSourceMap(readFileSync(GOVUK_SCRIPT, 'utf8')));
  const app = readFileSync(join(CLIENT, 'app.mjs'), 'utf8').replace('govuk-frontend.mjs', kit);
  const names = {
    'app.css': write(folder, 'app.css', style()),
    'app.mjs': write(folder, 'app.mjs', app),
    'favicon.svg': write(folder, 'favicon.svg', readFileSync(join(CLIENT, 'favicon.svg'), 'utf8')),
  };
  writeFileSync(join(folder, MANIFEST_FILE), JSON.stringify(names));
  writeFileSync(stampFile, stamp);
  return 'built';
}

/** The kits still use Sass features that its next major version drops; their own releases will follow. */
function style(): string {
  const options: Options<'sync'> = {
    loadPaths: [PROJECT, CLIENT],
    quietDeps: true,
    style: 'compressed',
    silenceDeprecations: ['import'],
  };
  return compile(join(CLIENT, 'app.scss'), options).css;
}

function write(folder: string, name: string, content: string): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  writeFileSync(join(folder, hashed), content);
  return hashed;
}

function withoutSourceMap(script: string): string {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function inputStamp(): string {
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const name of readdirSync(CLIENT).sort()) hash.update(name).update(readFileSync(join(CLIENT, name)));
  for (const kit of ['govuk-frontend', '@ministryofjustice/frontend', 'sass']) {
    hash.update(readFileSync(join(PROJECT, 'node_modules', kit, 'package.json')));
  }
  return hash.digest('hex');
}
