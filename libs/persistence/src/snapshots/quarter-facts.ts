import {
  afterYear,
  codeLinks,
  coverageOf,
  OFFENCE_DEFINITIONS,
  type QuarterFacts,
  type ReleasedFigures,
  type ServiceId,
  type SnapshotQuarter,
  type SupportKind,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { codeReleaseOf } from '../code-figures';
import { dateOf } from '../columns';
import { coverageReleaseOf, heldOffences } from '../coverage';
import { codeVersions } from '../duties';
import { reachReleases } from '../reach';

type Released = Pick<QuarterFacts, 'code' | 'coverage' | 'waiting' | 'reach'>;

/** What was released of a quarter, with the names that its tables say. */
export async function quarterFacts(manager: EntityManager, quarter: SnapshotQuarter): Promise<Released> {
  return {
    code: await codeOf(manager, quarter),
    coverage: await coverageIn(manager, quarter),
    waiting: await waitingAt(manager, quarter),
    reach: await reachOf(manager, quarter),
  };
}

async function codeOf(manager: EntityManager, { month }: SnapshotQuarter): Promise<Released['code']> {
  const release = await codeReleaseOf(manager, month);
  if (release === null) return null;
  const versions = await codeVersions(manager);
  const lines = release.lines.map((line) => {
    const version = versions.find((one) => one.version === line.codeVersion);
    const found = version?.entitlements.find(({ id }) => id === line.entitlementId);
    return { ...line, title: found?.title ?? line.entitlementId, right: found?.right ?? 0 };
  });
  return {
    lines: lines.toSorted((one, other) => one.right - other.right),
    links: codeLinks(month, { lines: release.lines, versions }),
  };
}

/** The year from April to March is in the report of January to March, once it is released. */
async function reachOf(manager: EntityManager, { month }: SnapshotQuarter): Promise<Released['reach']> {
  const [year = 0, first] = month.split('-').map(Number);
  if (first !== 1) return null;
  const release = (await reachReleases(manager)).find((one) => one.year === year - 1);
  const tables = release?.tables ?? null;
  return tables === null ? null : { tables };
}

async function coverageIn(manager: EntityManager, { month }: SnapshotQuarter): Promise<Released['coverage']> {
  const release = await coverageReleaseOf(manager, month);
  if (release === null) return null;
  const held = await heldOffences(manager, { first: release.first, after: afterYear(release.quarter) });
  const definition =
    OFFENCE_DEFINITIONS.find((one) => held.some((count) => count.definition === one)) ?? 'sexual-offences';
  const offences = held.filter((count) => count.definition === definition);
  const districts = await manager.query<{ code: string; name: string }[]>(
    'select code, name from app.district',
  );
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const lines = coverageOf({ ...release, definition, offences }).map((line) => ({
    ...line,
    name: line.district === null ? 'The whole area' : (names.get(line.district) ?? line.district),
  }));
  return { first: release.first, definition, lines };
}

interface RawWaiting extends ReleasedFigures {
  readonly serviceId: ServiceId | null;
  readonly serviceName: string | null;
  readonly kind: SupportKind;
}

/** As the lists stood at the first instant after the quarter, which is when they are released too. */
async function waitingAt(manager: EntityManager, { until }: SnapshotQuarter): Promise<Released['waiting']> {
  const rows = await manager.query<RawWaiting[]>(
    `select l.service_id as "serviceId", v.body->>'name' as "serviceName", l.kind, l.waiting, l.median_weeks as median,
       l.p90_weeks as p90, l.longest_weeks as longest, l.caseload
     from app.waiting_release_line l left join lateral (
       select n.body from app.directory_service_version n
       where n.service_id = l.service_id and n.effective_from <= l.as_at order by n.version desc limit 1
     ) v on true
     where l.as_at = $1 order by l.kind, v.body->>'name' nulls last, l.service_id`,
    [dateOf(until)],
  );
  if (rows.length === 0) return null;
  return {
    lines: rows.map(({ serviceId, serviceName, kind, ...figures }) => ({
      serviceId,
      serviceName: serviceId === null ? null : (serviceName ?? serviceId),
      kind,
      figures,
    })),
  };
}
