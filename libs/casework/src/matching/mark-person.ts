import {
  matchKeys,
  NOTHING_KNOWN,
  type AgencyId,
  type IdentityFacts,
  type MarkKind,
  type PersonId,
} from '#libs/domain';
import type { Transaction, Vault } from '../ports';

/**
 * Keeps a person findable: the one helper for every change of a name, a birth, a way to reach them or a crime number.
 * Give all facts of the kinds that changed: a pair of names and a birth are marked together. `replace` names the kinds
 * whose old marks no longer hold. Nobody who marks learns whether another person has the same marks (P7).
 */
export async function markPerson(
  tx: Pick<Transaction, 'matches'>,
  options: {
    readonly vault: Pick<Vault, 'searchMarks'>;
    readonly personId: PersonId;
    readonly handlingAgencyId: AgencyId;
    readonly facts: Partial<IdentityFacts>;
    readonly replace?: readonly MarkKind[];
  },
): Promise<void> {
  const { vault, personId, handlingAgencyId, facts, replace = [] } = options;
  const marks = await vault.searchMarks.of(matchKeys({ ...NOTHING_KNOWN, ...facts }));
  if (replace.length > 0) await tx.matches.dropMarks({ personId, kinds: replace });
  if (marks.length > 0) await tx.matches.addMarks({ personId, handlingAgencyId, marks });
}
