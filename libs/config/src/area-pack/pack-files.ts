import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { AreaPackError, PackPlace, type PackFault } from './pack-faults';
import type { Shape } from './shape';

/** Where packs are: a folder for each area, and the file that names the one used when none is asked for. */
export function packsFolder(): string {
  return join(projectRoot(), 'libs/config/area-packs');
}

/** The areas that there is a pack for, in the order of their names. */
export function areaPackNames(): readonly string[] {
  return readdirSync(packsFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** The area that is used when none is asked for. */
export function defaultArea(): string {
  const { area } = JSON.parse(readFileSync(join(packsFolder(), 'default.json'), 'utf8')) as { area: string };
  return area;
}

/** The folder of one pack; an answer for whoever mistyped it names those that there are. */
export function packFolder(id: string, folder = packsFolder()): string {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new AreaPackError(`"${id}" is not the name of an area pack.`);
  const own = join(folder, id);
  if (existsSync(own)) return own;
  throw new AreaPackError(
    `There is no area pack "${id}". Choose one of ${areaPackNames().join(', ')}, or make libs/config/area-packs/${id}.`,
  );
}

/** One file of a pack, checked; undefined with at least one fault left when it cannot be used. */
export function readPackFile<Value>(
  name: string,
  shape: Shape<Value>,
  { folder, area, faults }: { folder: string; area: string; faults: PackFault[] },
): Value | undefined {
  const at = new PackPlace(faults, `${area}/${name}`);
  const file = join(folder, name);
  if (!existsSync(file)) return at.fault('is not there', 'Add it; docs/area-packs.md says what it holds');
  const parsed = parseJson(readFileSync(file, 'utf8'));
  if (parsed.kind === 'bad') return at.fault(`is not JSON (${parsed.why})`, 'Put that place right');
  return shape(parsed.value, at);
}

function parseJson(text: string): { kind: 'read'; value: unknown } | { kind: 'bad'; why: string } {
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'bad', why: (error as Error).message };
  }
}
