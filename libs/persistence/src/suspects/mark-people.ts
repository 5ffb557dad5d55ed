import type { Vault, WallWork } from '#libs/casework';
import { conflictKeys, type Actor } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { JournalConsumer, type JournalEntry } from '../journal-tail';

/** Events after which a person's name or birth is new. */
const NAMED = ['referral.submitted', 'identity.changed'];

const SERVICE: Actor = { kind: 'service', process: 'projector' };

/**
 * Keeps the wall's marks of everybody the service knows a moment behind the journal, so that nothing about suspects
 * happens while a referral or a suspect is written down: who records one learns nothing from how long it takes.
 */
export function markPeopleForTheWall(parts: {
  readonly source: DataSource;
  readonly wall: WallWork;
  readonly vault: Vault;
}): JournalConsumer {
  return new JournalConsumer(parts.source, {
    consumer: 'wall-marks',
    limit: 200,
    handle: (_, entries) => markThem(parts, entries),
  });
}

async function markThem(
  { wall, vault }: { readonly wall: WallWork; readonly vault: Vault },
  entries: readonly JournalEntry[],
): Promise<void> {
  const cases = entries.filter(({ type }) => NAMED.includes(type)).flatMap(({ caseId }) => caseId ?? []);
  if (cases.length === 0) return;
  await vault.wallMarks.reach();
  const people = await wall.run(SERVICE, (tx) => tx.suspects.identitiesOf(cases));
  const vaults = await vault.many(people.map(({ personId }) => personId));
  await vault.wallMarks.reach();
  for (const { personId, sealed } of people) {
    const identity = vaults.get(personId)?.open({ recordId: personId, kind: 'identity' }, sealed);
    if (!identity) continue;
    const { nameToAskFor, fullName, bornOn } = identity;
    const names = fullName === null ? [nameToAskFor] : [nameToAskFor, fullName];
    const marks = await vault.wallMarks.of(conflictKeys({ names, bornOn }));
    await wall.run(SERVICE, (tx) => tx.suspects.markPerson({ personId, birthKnown: bornOn !== null, marks }));
  }
}
