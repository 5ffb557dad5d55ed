import { join } from 'node:path';
import { REACH_DIMENSIONS, REACH_GROUPS, type PrevalenceFinding } from '#libs/domain';
import { AreaPackError, PackPlace, type PackFault } from '../area-pack/pack-faults';
import { readPackFile } from '../area-pack/pack-files';
import * as shape from '../area-pack/shape';
import { projectRoot } from '../project-root';

const FOLDER = 'libs/config/reference';
const FILE = 'prevalence.json';

const PREVALENCE = shape.record({
  findings: shape.listOf(
    shape.record({
      dimension: shape.oneOf(REACH_DIMENSIONS),
      population: shape.text(),
      period: shape.text(),
      finding: shape.text(),
      shares: shape.listOf(shape.record({ group: shape.text(), harmed: shape.number({ from: 1 }) })),
      source: shape.text(),
      licence: shape.text(),
    }),
  ),
});

/** What is published about who is harmed. Throws with every fault when the file is not what it should be. */
export function loadPrevalence(folder = join(projectRoot(), FOLDER)): readonly PrevalenceFinding[] {
  const faults: PackFault[] = [];
  const area = 'reference';
  const findings = readPackFile(FILE, PREVALENCE, { folder, area, faults })?.findings ?? [];
  for (const { dimension, shares } of findings) {
    const known: readonly string[] = REACH_GROUPS[dimension];
    for (const { group } of shares.filter((one) => !known.includes(one.group)))
      new PackPlace(faults, `${area}/${FILE}`).fault(
        `${group} is no group of ${dimension}`,
        `Use one of ${known.join(', ')}`,
      );
  }
  if (faults.length > 0) throw new AreaPackError(faults);
  return findings;
}
