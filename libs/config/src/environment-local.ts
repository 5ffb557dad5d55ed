import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawEnvironment } from './environment-reader';

/** Written by `npm start` (mode 0600) so that `npm run waymark` finds the instance it belongs to. */
export const INSTANCE_FILE = 'instance.json';

/** The variables of the local instance, overridden by whatever is set outside. */
export function withLocalInstance(raw: RawEnvironment): RawEnvironment {
  const file = join(raw['WAYMARK_DATA'] ?? '.waymark', INSTANCE_FILE);
  if (!existsSync(file)) return raw;
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>), ...raw };
}
