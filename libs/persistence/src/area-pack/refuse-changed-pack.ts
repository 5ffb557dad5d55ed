import { AreaPackError, type AreaPack, type PackFault } from '#libs/config';

/** When what a pack begins with takes effect: before any referral. What people change later begins when they say. */
export const FROM_THE_BEGINNING = '2000-01-01T00:00:00Z';

interface Versioned {
  readonly file: string;
  readonly what: string;
  readonly version: number | string;
  /** Answers whether a version of this number that came with a pack says something else. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Ask = (sql: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

/**
 * Every rule is kept under its version, and what once counted under it stays what it was: so a pack in which something
 * has changed under the number that it had would be left unread in silence. It is refused instead, with the place. What
 * people changed in the service is theirs and is compared with no file.
 */
export async function refuseChangedPack(ask: Ask, pack: AreaPack): Promise<void> {
  const faults: PackFault[] = [];
  for (const { file, what, version, sql, values } of versionsIn(pack)) {
    if ((await ask(sql, values)).length === 0) continue;
    faults.push({
      file: `${pack.id}/${file}`,
      path: what,
      problem: `has changed, and version ${version} of it is in the database as it was before`,
      remedy: 'Give it the next version number, or put the file back',
    });
  }
  if (faults.length > 0) throw new AreaPackError(faults);
}

function versionsIn({
  calendars,
  policies,
  routing,
  requestClocks,
  disclosure,
}: AreaPack): readonly Versioned[] {
  return [
    ...calendars.map(({ id, version, hours }) => ({
      ...{ file: 'calendars.json', what: id, version, values: [id, version, JSON.stringify(hours)] },
      sql: `select 1 from app.calendar_version where calendar_id = $1 and version = $2 and hours <> $3::jsonb
        and effective_from = '${FROM_THE_BEGINNING}'`,
    })),
    ...policies.map(({ policy }) => ({
      ...{ file: 'policies.json', what: policy.id, version: policy.version },
      values: [policy.id, policy.version, JSON.stringify(policy)],
      sql: `select 1 from app.policy_version where policy_id = $1 and version = $2 and body <> $3::jsonb
        and effective_from = '${FROM_THE_BEGINNING}'`,
    })),
    {
      ...{ file: 'routing.json', what: routing.id, version: routing.version },
      values: [routing.id, routing.version, JSON.stringify(routing)],
      sql: `select 1 from app.routing_table_version where table_id = $1 and version = $2 and body <> $3::jsonb
        and effective_from = '${FROM_THE_BEGINNING}'`,
    },
    {
      ...{ file: 'request-clocks.json', what: 'clocks', version: requestClocks.version },
      values: [requestClocks.version, JSON.stringify(requestClocks)],
      sql: 'select 1 from app.request_clock_version where version = $1 and body <> $2::jsonb',
    },
    {
      ...{ file: 'disclosure.json', what: disclosure.id, version: disclosure.version },
      values: [disclosure.id, disclosure.version, JSON.stringify(disclosure)],
      sql: 'select 1 from app.disclosure_rule_version where rule_id = $1 and version = $2 and body <> $3::jsonb',
    },
  ];
}
