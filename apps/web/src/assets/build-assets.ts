import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { compile, type Options } from 'sass';
import { projectFolder, PUBLIC_FOLDER } from './folders';
import { MANIFEST_FILE } from './manifest';

const PROJECT = projectFolder();
const CLIENT = join(PROJECT, 'apps/web/src/assets/client');
const GOVUK_SCRIPT = join(PROJECT, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js');
/** The source and not the running file: the build and the tests must agree that nothing changed. */
const SELF = join(PROJECT, 'apps/web/src/assets/build-assets.ts');
const STAMP_FILE = '.inputs';

export type AssetBuild = 'built' | 'unchanged';

/**
 * Writes style, scripts and icon under names that carry their content's hash, and the list of those names. Several
 * processes may do it at once: a file's name is its content, and the list changes in one step at the end.
 */
export function buildAssets(folder = PUBLIC_FOLDER): AssetBuild {
  const stamp = inputStamp();
  const stampFile = join(folder, STAMP_FILE);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'unchanged';
  mkdirSync(folder, { recursive: true });

  const kit = write(folder, 'govuk-frontend.mjs', withoutSourceMap(readFileSync(GOVUK_SCRIPT, 'utf8')));
  const app = readFileSync(join(CLIENT, 'app.mjs'), 'utf8').replace('govuk-frontend.mjs', kit);
  const names = {
    'app.css': write(folder, 'app.css', style()),
    'app.mjs': write(folder, 'app.mjs', app),
    'favicon.svg': write(folder, 'favicon.svg', readFileSync(join(CLIENT, 'favicon.svg'), 'utf8')),
  };
  replace(join(folder, MANIFEST_FILE), JSON.stringify(names));
  replace(stampFile, stamp);
  removeOthers(folder, [kit, ...Object.values(names), MANIFEST_FILE, STAMP_FILE]);
  return 'built';
}

/** A reader sees the old content or the new, never half of it. */
function replace(file: string, content: string): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

function removeOthers(folder: string, kept: readonly string[]): void {
  const others = readdirSync(folder).filter((name) => !kept.includes(name) && !name.endsWith('.new'));
  for (const name of others) rmSync(join(folder, name), { force: true });
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
  replace(join(folder, hashed), content);
  return hashed;
}

function withoutSourceMap(script: string): string {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function inputStamp(): string {
  const hash = createHash('sha256').update(readFileSync(SELF));
  for (const name of readdirSync(CLIENT).sort()) hash.update(name).update(readFileSync(join(CLIENT, name)));
  for (const kit of ['govuk-frontend', '@ministryofjustice/frontend', 'sass']) {
    hash.update(readFileSync(join(PROJECT, 'node_modules', kit, 'package.json')));
  }
  return hash.digest('hex');
}
