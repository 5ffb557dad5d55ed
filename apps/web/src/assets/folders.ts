import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: the same answer from sources and from the build. */
export function projectFolder(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('no package.json above the running code');
  return projectFolder(above);
}

export const PUBLIC_FOLDER = join(projectFolder(), 'dist/apps/web/public');
