import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';

/** Somebody invented, from the area pack: who can sign in locally, and what is worth trying as them. */
export interface Persona {
  readonly key: string;
  readonly subject: string;
  readonly label: string;
  readonly name: string;
  readonly email: string;
  readonly tryFirst: readonly string[];
}

export function readPersonas(area: string): readonly Persona[] {
  const file = join(projectRoot(), 'libs', 'config', 'area-packs', area, 'personas.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Persona[];
}
