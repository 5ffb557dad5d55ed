import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** A process zone can only be set from outside a process: this one loads the sources as they are. */
const SCRIPT = `
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');
const options = {
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
  module: { type: 'commonjs', ignoreDynamic: true },
};
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
const find = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const library = /^#libs\\/([a-z]+)$/.exec(request);
  return find.call(this, library ? ${JSON.stringify(root)} + '/libs/' + library[1] + '/src/index.ts' : request, ...rest);
};
const nunjucks = require('nunjucks');
const { registerMomentFilters } = require('./apps/web/src/formatting/moment-filters.ts');
const environment = new nunjucks.Environment();
registerMomentFilters(environment, 'Europe/London');
const page = '{{ at | timeInWords }}|{{ at | momentInWords(now) }}|{{ at | mojDate("datetime") }}|{{ at | distanceInWords(now) }}';
const now = Date.parse('2026-10-24T23:30:00Z');
for (let hour = 0; hour < 24 * 400; hour += 7) {
  console.log(environment.renderString(page, { at: Date.parse('2026-01-01T00:30:00Z') + hour * 3600000, now }));
}
`;

function runIn(zone: string): string {
  const run = spawnSync(process.execPath, ['-e', SCRIPT], {
    cwd: join(root),
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

test('P14 pages show the same times whatever zone the process runs in', () => {
  const inUtc = runIn('UTC');
  expect(inUtc.split('\n').length).toBeGreaterThan(1_000);
  expect(inUtc).toContain('Thursday 1 January 2026 at 12:30am|');
  expect(runIn('Pacific/Auckland')).toBe(inUtc);
  expect(runIn('America/New_York')).toBe(inUtc);
});
