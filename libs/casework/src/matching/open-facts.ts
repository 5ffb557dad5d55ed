import type { IdentityFacts } from '#libs/domain';
import type { MatchCandidate, Sealable, SealedKind, SubjectVault, Vault } from '../ports';

/** What of a candidate is compared, and shown if it comes to that; null when their key is gone or out of reach. */
export async function openFacts(
  vault: Vault,
  candidates: readonly MatchCandidate[],
): Promise<ReadonlyMap<MatchCandidate, IdentityFacts>> {
  const vaults = await vault.many(candidates.map(({ personId }) => personId));
  const opened = candidates.flatMap((candidate) => {
    const found = vaults.get(candidate.personId);
    const facts = found && factsOf(found, candidate);
    return facts ? [[candidate, facts] as const] : [];
  });
  return new Map(opened);
}

function factsOf(vault: SubjectVault, candidate: MatchCandidate): IdentityFacts | null {
  const open = <Kind extends SealedKind>(kind: Kind): readonly Sealable[Kind][] =>
    candidate.sealed.flatMap((record) => {
      if (record.kind !== kind) return [];
      return vault.open({ recordId: record.recordId, kind }, record.sealed) ?? [];
    });
  const [identity] = open('identity');
  if (identity === undefined) return null;
  const { nameToAskFor, fullName, bornOn } = identity;
  return {
    names: fullName === null ? [nameToAskFor] : [nameToAskFor, fullName],
    bornOn,
    ageBand: candidate.ageBand,
    routes: open('contact-route').map(({ value }) => value),
    crimeReference: open('crime-reference')[0]?.reference ?? null,
  };
}
