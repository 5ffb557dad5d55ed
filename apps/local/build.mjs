import { prepare, requireNode } from './prepare.mjs';

requireNode();
try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
