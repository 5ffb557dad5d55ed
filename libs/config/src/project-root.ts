import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The clone, found from the compiled file or the source alike. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The program is not inside its own folder.');
  return projectRoot(parent);
}
