import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const WHOLE = '/usr/bin/chromium';
/** Chromium without the windows of a browser: it shows the same pages with two thirds of the work. */
const SHELL = '/usr/bin/chromium-headless-shell';
const program = [SHELL, WHOLE].find((path) => existsSync(path));

/** `describe` for what needs Chromium: skipped by name where there is none (with REQUIRE_ALL=1 it fails). */
export const withChromium =
  program !== undefined || process.env['REQUIRE_ALL'] === '1' ? describe : describe.skip;

export function launchChromium(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: program ?? WHOLE, args });
}
