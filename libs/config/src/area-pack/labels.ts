import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelFaults, type SupportLabels } from '#libs/domain';
import { projectRoot } from '../project-root';

/** Labels read from a pack, or every fault of the file, each with what to do about it. */
export type LabelsRead =
  | { readonly kind: 'read'; readonly labels: SupportLabels }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/**
 * What the services of an area call each kind of support: `labels.json` of its pack. For the loader of the pack, which
 * names the faults of every file at once.
 */
export function readLabels(packId: string): LabelsRead {
  const path = join(projectRoot(), 'libs/config/area-packs', packId, 'labels.json');
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return { kind: 'faulty', faults: [`cannot be read: ${(error as Error).message}`] };
  }
  const faults = labelFaults(file);
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'read', labels: file as SupportLabels };
}

/** For a process that needs nothing but labels; throws with every fault when there is one. */
export function loadLabels(packId: string): SupportLabels {
  const read = readLabels(packId);
  if (read.kind === 'read') return read.labels;
  throw new Error(`Area pack file ${packId}/labels.json: ${read.faults.join('; ')}.`);
}
