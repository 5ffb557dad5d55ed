import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFaults, type CodeVersion, type Entitlement } from '#libs/domain';
import { AreaPackError, PackPlace, type PackFault } from '../area-pack/pack-faults';
import { readPackFile } from '../area-pack/pack-files';
import { projectRoot } from '../project-root';
import { CHANGED_VERSION, codeFile, WHOLE_VERSION, type ChangedVersion } from './code-shapes';

/** Where the versions of the Code are, a file for each. */
export const CODE_FILES = 'libs/config/reference/victims-code';

/**
 * Every version of the Victims' Code that there is a file for, the first in force first and drafts last. A draft may be
 * written as what it changes of another version. Every fault of every file is said at once, and two versions in force on
 * one day are one.
 */
export function loadVictimsCode(folder = join(projectRoot(), CODE_FILES)): readonly CodeVersion[] {
  const faults: PackFault[] = [];
  const area = 'victims-code';
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
    : [];
  const files = names.map((name) => ({ name, read: readPackFile(name, codeFile, { folder, area, faults }) }));
  const whole = files.flatMap(({ name, read }) => {
    if (read === undefined || read === 'changes') return [];
    const version = readPackFile(name, WHOLE_VERSION, { folder, area, faults });
    return version === undefined ? [] : [version];
  });
  const drafts = files.flatMap(({ name, read }) => {
    if (read !== 'changes') return [];
    const draft = readPackFile(name, CHANGED_VERSION, { folder, area, faults });
    const at = new PackPlace(faults, `${area}/${name}`);
    const version = draft && madeOf(draft, whole, at);
    return version ? [version] : [];
  });
  const versions: readonly CodeVersion[] = [
    ...whole.toSorted((a, b) => ((a.inForceFrom ?? '9') < (b.inForceFrom ?? '9') ? -1 : 1)),
    ...drafts,
  ];
  for (const fault of catalogueFaults(versions))
    new PackPlace(faults, area).fault(`has ${JSON.stringify(fault)}`, 'Put the versions right');
  if (names.length === 0) new PackPlace(faults, area).fault('holds no version', 'Add the version in force');
  if (faults.length > 0) throw new AreaPackError(faults);
  return versions;
}

function madeOf(
  { basedOn, changes, ...draft }: ChangedVersion,
  whole: readonly CodeVersion[],
  at: PackPlace,
): CodeVersion | undefined {
  const base = whole.find(({ version }) => version === basedOn);
  if (!base)
    return at
      .at('basedOn')
      .fault(`${basedOn} is no version here`, 'Name a version that has a file of its own');
  const unknown = changes.filter(({ id }) => base.entitlements.every((one) => one.id !== id));
  for (const { id } of unknown)
    at.at('changes').fault(`${id} is not in ${basedOn}`, 'Name an entitlement of that version');
  const entitlements = base.entitlements.map((one): Entitlement => {
    const change = changes.find(({ id }) => id === one.id);
    if (!change) return one;
    const { right, title, evidence, note } = change;
    return { ...one, right: right ?? one.right, title: title ?? one.title, evidence, note };
  });
  return { ...draft, inForceFrom: null, inForceTo: null, entitlements };
}
