import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './folders';

const SOURCES = join(projectFolder(), 'apps/web/src');
const BUILT = join(projectFolder(), 'dist/apps/web/src');

/** The compiler leaves templates behind; the build is whole without the sources. Old ones go. */
export function copyTemplates(): void {
  for (const file of templatesIn(BUILT)) rmSync(join(BUILT, file));
  for (const file of templatesIn(SOURCES)) {
    mkdirSync(dirname(join(BUILT, file)), { recursive: true });
    copyFileSync(join(SOURCES, file), join(BUILT, file));
  }
}

function templatesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.njk'));
}
