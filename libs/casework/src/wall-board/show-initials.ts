import { mayDo, type CaseId, type StaffActor } from '#libs/domain';
import type { Sealable, UnitOfWork, Vault } from '../ports';

/**
 * Initials of the people whom these cases are about, for a board on a wall. One access row for each person, all
 * committed before the first name is opened (P8); cases the actor may not see are left out, as if they were not there.
 */
export class ShowInitials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, string | null>> {
    if (!mayDo(actor, 'see-board')) return new Map();
    const { cases, sealed } = await this.unitOfWork.run(actor, async (tx) => {
      const seen = await tx.cases.findMany(caseIds);
      const own = seen.filter(({ handlingAgencyId }) => handlingAgencyId === actor.agencyId);
      if (own.length === 0) return { cases: [], sealed: [] };
      await tx.accessLog.record(
        own.map(({ personId, id }) => ({ personId, caseId: id, what: 'initials', basis: 'wall-board' })),
      );
      const people = own.map(({ personId }) => personId);
      return { cases: own, sealed: await tx.safeContact.identitiesOf(people) };
    });
    const records = new Map(sealed.map((record) => [record.recordId, record.sealed]));
    const vaults = await this.vault.many(cases.map(({ personId }) => personId));
    const initials = cases.map(({ id, personId }) => {
      const record = records.get(personId);
      const place = { recordId: personId, kind: 'identity' } as const;
      const identity = record === undefined ? null : (vaults.get(personId)?.open(place, record) ?? null);
      return [id, identity && initialsOf(identity)] as const;
    });
    return new Map(initials);
  }
}

/** The first letters of the first and the last name: "Sample Person Quill" is S.Q. */
function initialsOf({ fullName, nameToAskFor }: Sealable['identity']): string | null {
  const names = (fullName ?? nameToAskFor).split(/\s+/).filter((name) => name !== '');
  const letters = [names[0], names.length > 1 ? names.at(-1) : undefined].map(
    (name) => [...(name ?? '')][0] ?? '',
  );
  const shown = letters
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toLocaleUpperCase('en-GB')}.`);
  return shown.length === 0 ? null : shown.join('');
}
