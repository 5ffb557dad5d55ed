import { catalogueFaults, type CodeVersion } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';

/** A process reads the versions again when this many milliseconds have passed. */
const FRESH_FOR = 5_000;

interface Known {
  readonly versions: readonly CodeVersion[];
  readonly readAt: number;
}

const known = new WeakMap<DataSource, Known>();

/** The versions of the Code in a database, the first in force first and drafts last; the same objects while they last. */
export async function codeVersions(manager: EntityManager): Promise<readonly CodeVersion[]> {
  const source = manager.connection;
  const before = known.get(source);
  if (before && Date.now() - before.readAt <= FRESH_FOR) return before.versions;
  const rows = await manager.query<{ body: CodeVersion; in_force_to: string | null }[]>(
    `select body, in_force_to::text from app.code_version order by in_force_from nulls last, version`,
  );
  const fresh = rows.map(({ body, in_force_to }) => {
    const same = before?.versions.find(
      ({ version, inForceTo }) => version === body.version && inForceTo === in_force_to,
    );
    return same ?? { ...body, inForceTo: in_force_to };
  });
  if (fresh.length > 0) known.set(source, { versions: fresh, readAt: Date.now() });
  return fresh;
}

type Query = (sql: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

export class CodeVersionError extends Error {}

/**
 * Puts versions of the Code into a database. One that is there stays as it is, but that its end may be set; a file that
 * says something else of it, or versions that overlap, are refused with a sentence.
 */
export async function loadCodeVersions(query: Query, versions: readonly CodeVersion[]): Promise<void> {
  const [fault] = catalogueFaults(versions);
  if (fault)
    throw new CodeVersionError(
      `The versions of the Victims' Code do not go together: ${JSON.stringify(fault)}.`,
    );
  for (const one of versions) {
    const { version, status, inForceFrom, inForceTo } = one;
    const body = JSON.stringify({ ...one, inForceTo: null });
    const [row] = (await query(
      'select body = $2::jsonb as same, in_force_to::text as ends from app.code_version where version = $1',
      [version, body],
    )) as readonly { readonly same: boolean; readonly ends: string | null }[];
    if (!row) {
      await query(
        `insert into app.code_version (version, status, in_force_from, in_force_to, body) values ($1, $2, $3, $4, $5)`,
        [version, status, inForceFrom, inForceTo, body],
      );
      continue;
    }
    if (!row.same)
      throw new CodeVersionError(
        `Version ${version} of the Victims' Code is loaded and says something else. Give the change a version of its own.`,
      );
    if (inForceTo !== null && row.ends === null)
      await query('update app.code_version set in_force_to = $2 where version = $1', [version, inForceTo]);
  }
}
