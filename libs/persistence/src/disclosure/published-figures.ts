import type { TriedRelease } from '#libs/casework';
import {
  codeLinks,
  commonMonthLinks,
  isoOf,
  isPublished,
  publishedCodeTable,
  publishedReferrals,
  publishedSnapshot,
  publishedWaiting,
  referralLinks,
  releasedLinks,
  restatementLinks,
  ruleName,
  snapshotName,
  type DisclosureRule,
  type PublishedSnapshot,
  type PublishedTable,
  type Snapshot,
  type SnapshotTable,
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

interface KeptSnapshot {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly tables: readonly SnapshotTable[];
  readonly published: PublishedSnapshot;
}

/** Each beside the one that it restates, those with months in common, and the releases that stand in it. */
async function snapshotFigures(manager: EntityManager, rules: readonly DisclosureRule[]): Promise<Figures> {
  const published = (await allSnapshots(manager)).filter(isPublished);
  const reports: KeptSnapshot[] = [];
  for (const snapshot of published) {
    const under = (await snapshotAt(manager, snapshot))?.disclosureRule;
    const rule = rules.find((one) => ruleName(one) === under);
    if (rule === undefined) throw new Error(`the rule ${under} of a snapshot is not kept`);
    const name = snapshotName(snapshot);
    const kept = await snapshotTables(manager, snapshot.id);
    reports.push({ snapshot, name, tables: kept, published: publishedSnapshot(kept, { name, rule }) });
  }
  const restatements = reports.flatMap(({ snapshot, published: own }) => {
    const before = reports.find((one) => one.snapshot.id === snapshot.restates);
    return before === undefined ? [] : restatementLinks(before.published, own);
  });
  return {
    tables: reports.flatMap((report) => report.published.tables),
    links: [
      ...reports.flatMap((report) => report.published.links),
      ...restatements,
      ...commonMonthLinks(reports),
      ...reports.flatMap(({ snapshot, tables, name }) => releasedLinks(tables, { ...snapshot, name })),
    ],
  };
}
