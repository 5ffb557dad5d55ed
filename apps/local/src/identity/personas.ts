import { loadAreaPack, type Persona } from '#libs/config';

export type { Persona };

/** Who can sign in locally: the invented people of an area pack. */
export function readPersonas(area: string): readonly Persona[] {
  return loadAreaPack(area).personas;
}
