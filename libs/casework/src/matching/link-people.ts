import type { PersonLink, Transaction } from '../ports';
import { reachLinked } from '../stop-contact/reach-linked';

/** Two records are one person from now on, so contact that is stopped on either is stopped on both. */
export async function linkPeople(tx: Transaction, link: PersonLink): Promise<void> {
  await tx.matches.link(link);
  await reachLinked(tx, (linked) => linked.stop(link.personId));
  await reachLinked(tx, (linked) => linked.stop(link.otherPersonId));
}
