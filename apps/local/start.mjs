import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, requireNode, root } from './prepare.mjs';

requireNode();
try {
  await prepare();
  // In this very process: one less to pass Ctrl-C on to.
  await import(pathToFileURL(join(root, 'dist', 'apps', 'local', 'src', 'main.js')).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
