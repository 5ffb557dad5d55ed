import { event, heldAtAge, isChild, type AgeBand, type Route } from '#libs/domain';
import type { CaseRecord, SubjectVault, Transaction } from '../ports';
import { applyCard } from './apply-card';

/**
 * Holds what is somebody else's on the card of a locked case, once it turns out that the person is a child: what an
 * adult may say is safe, a duty lead must have looked at for a child. Answers whether anything was held and the case saved.
 */
export async function holdWaysOfChild(
  tx: Transaction,
  { caseFile, band, sealer }: { caseFile: CaseRecord; band: AgeBand; sealer: SubjectVault },
): Promise<boolean> {
  if (!isChild(band)) return false;
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const whose = await whoseIs(tx, { caseFile, routes: card.routes, sealer });
  const routes = card.routes.map((route) => heldAtAge(route, { band, whose: whose.get(route.id) ?? null }));
  const held = routes.filter((route, index) => route !== card.routes[index]);
  if (held.length === 0) return false;
  await tx.safeContact.permitRoutes({ routes: held, at: tx.now });
  await tx.journal.append(
    held.map(({ id: routeId }) =>
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'route.held-for-child',
        happenedAt: tx.now,
        payload: { routeId },
      }),
    ),
  );
  await applyCard(tx, { caseFile, card: { ...card, routes } });
  return true;
}

async function whoseIs(
  tx: Transaction,
  { caseFile, routes, sealer }: { caseFile: CaseRecord; routes: readonly Route[]; sealer: SubjectVault },
): Promise<ReadonlyMap<string, string | null>> {
  const ids = routes.map(({ id }) => id as string);
  const records = await tx.safeContact.sealedOf(caseFile.personId, ids);
  return new Map(
    records.flatMap(({ recordId, kind, sealed }) =>
      kind === 'contact-route' ? [[recordId, sealer.open({ recordId, kind }, sealed)?.whose ?? null]] : [],
    ),
  );
}
