import {
  releaseTables,
  type DisclosureRule,
  type Leak,
  type PublishedTable,
  type TableLink,
  type TablesToRelease,
} from '#libs/domain';
import type { AttackFinding, ReleaseAttacker } from '../ports';

/** The rule that figures are published under, and what tries them before they are. */
export interface Disclosure {
  readonly rule: DisclosureRule;
  readonly attacker: ReleaseAttacker;
}

/**
 * Why tables may not be published. `too-much-is-known` and `links-contradict`: nothing that may be hidden or merged keeps
 * every small count hidden; `found-by-the-attacker`: what should have been protected was not.
 */
export interface ReleaseRefusal {
  readonly kind: 'refused';
  readonly reason: 'too-much-is-known' | 'links-contradict' | 'found-by-the-attacker';
  /** What was to be published: ids of tables, such as `victims-code 2026-07`. */
  readonly tables: readonly string[];
  readonly leaks: readonly Leak[];
  readonly findings: readonly AttackFinding[];
}

export type ProtectedRelease =
  | {
      readonly kind: 'released';
      readonly tables: readonly PublishedTable[];
      readonly links: readonly TableLink[];
    }
  | ReleaseRefusal;

/**
 * Tables as they may be published: protected by the rule, then tried with all that was published before. What could be
 * found out of that alone stands against no new release.
 */
export async function protectRelease(
  { rule, attacker }: Disclosure,
  asked: TablesToRelease,
): Promise<ProtectedRelease> {
  const released = releaseTables(rule, asked);
  const ids = asked.tables.map(({ id }) => id);
  if (released.kind === 'refused') return { ...released, tables: ids, findings: [] };
  const { tables, links } = released;
  const { earlier = [] } = asked;
  const before = await attacker.attack({ rule, tables: earlier, links });
  const known = new Set(before.map(placeOf));
  const found = await attacker.attack({ rule, tables: [...tables, ...earlier], links });
  const findings = found.filter((finding) => !known.has(placeOf(finding)));
  if (findings.length === 0) return released;
  return { kind: 'refused', reason: 'found-by-the-attacker', tables: ids, leaks: [], findings };
}

function placeOf(finding: AttackFinding): string {
  return JSON.stringify('cell' in finding ? finding.cell : finding.titles);
}
