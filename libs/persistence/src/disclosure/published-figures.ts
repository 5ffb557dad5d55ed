import type { TriedRelease } from '#libs/casework';
import {
  codeLinks,
  isoOf,
  isPublished,
  publishedCodeTable,
  publishedReferrals,
  publishedSnapshot,
  publishedWaiting,
  referralLinks,
  restatementLinks,
  ruleName,
  type DisclosureRule,
  type PublishedTable,
  type Snapshot,
  type TableLink,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { codeReleaseMonths, codeReleaseOf } from '../code-figures';
import { coverageQuarters, coverageReleaseOf } from '../coverage';
import { codeVersions } from '../duties';
import { allSnapshots, snapshotAt, snapshotTables } from '../snapshots';
import { waitingReleases } from '../waiting-lists';

interface Figures {
  readonly tables: readonly PublishedTable[];
  readonly links: readonly TableLink[];
}

/**
 * Everything that was ever published and is still shown, as anybody reads it, with what is known of how it hangs
 * together: one release to try for each version of the rule that any of it was protected by.
 */
export async function publishedFigures(manager: EntityManager): Promise<readonly TriedRelease[]> {
  const rules = await manager.query<{ body: DisclosureRule }[]>(
    'select body from app.disclosure_rule_version order by rule_id, version',
  );
  const parts = [
    await codeFigures(manager),
    await coverageFigures(manager),
    await waitingFigures(manager),
    await snapshotFigures(
      manager,
      rules.map(({ body }) => body),
    ),
  ];
  const links = parts.flatMap((part) => part.links);
  return rules
    .map(({ body: rule }) => {
      const tables = parts
        .flatMap((part) => part.tables)
        .filter((table) => ruleName(table.rule) === ruleName(rule));
      return { rule, tables, links };
    })
    .filter(({ tables }) => tables.length > 0);
}

async function codeFigures(manager: EntityManager): Promise<Figures> {
  const versions = await codeVersions(manager);
  const tables: PublishedTable[] = [];
  const links: TableLink[] = [];
  for (const month of await codeReleaseMonths(manager)) {
    const release = await codeReleaseOf(manager, month);
    if (release === null) continue;
    tables.push(publishedCodeTable(month, release));
    links.push(...codeLinks(month, { lines: release.lines, versions }));
  }
  return { tables, links };
}

async function coverageFigures(manager: EntityManager): Promise<Figures> {
  const releases = [];
  for (const quarter of await coverageQuarters(manager)) {
    const release = await coverageReleaseOf(manager, quarter);
    if (release !== null) releases.push(release);
  }
  const years = releases.map(({ quarter, first, released }) => ({
    quarter,
    first,
    districts: released.districts.map(({ district }) => district),
  }));
  return {
    tables: releases.map((release) => publishedReferrals(release, release.rule)),
    links: referralLinks(years),
  };
}

async function waitingFigures(manager: EntityManager): Promise<Figures> {
  const releases = await waitingReleases(manager);
  return { tables: releases.map((release) => publishedWaiting(isoOf(release.asAt), release)), links: [] };
}

/** Each beside the one that it restates. */
async function snapshotFigures(manager: EntityManager, rules: readonly DisclosureRule[]): Promise<Figures> {
  const read = async ({ id, quarter, version }: Snapshot) => {
    const under = (await snapshotAt(manager, { quarter, version }))?.disclosureRule;
    const rule = rules.find((one) => ruleName(one) === under);
    if (rule === undefined) throw new Error(`the rule ${under} of a snapshot is not kept`);
    return publishedSnapshot(await snapshotTables(manager, id), {
      name: `${quarter} version ${version}`,
      rule,
    });
  };
  const tables: PublishedTable[] = [];
  const links: TableLink[] = [];
  const published = (await allSnapshots(manager)).filter(isPublished);
  const all = new Map<string, Awaited<ReturnType<typeof read>>>();
  for (const snapshot of published) all.set(snapshot.id, await read(snapshot));
  for (const { id, restates } of published) {
    const own = all.get(id)!;
    const before = restates === null ? undefined : all.get(restates);
    tables.push(...own.tables);
    links.push(...own.links, ...(before === undefined ? [] : restatementLinks(before, own)));
  }
  return { tables, links };
}
