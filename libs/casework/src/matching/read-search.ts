import { mayDo, type IdentityFacts, type PersonSearchId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { PersonSearch, UnitOfWork, Vault } from '../ports';

export type SearchRead =
  | {
      readonly kind: 'read';
      readonly search: PersonSearch;
      /** What the searcher typed; null once it has expired. It opens nobody else's record. */
      readonly asked: IdentityFacts | null;
    }
  | NotFound;

/** The searcher's own search again, for the referral that follows it: nobody is shown. */
export class ReadSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: PersonSearchId): Promise<SearchRead> {
    if (!mayDo(actor, 'search-people')) return NOT_FOUND;
    const kept = await this.unitOfWork.run(actor, (tx) => tx.searches.find(id));
    if (kept === null) return NOT_FOUND;
    const own = await this.vault.of(actor.userId);
    const readable = kept.sealed !== null && own.kind === 'open';
    const asked = readable ? own.vault.open({ recordId: id, kind: 'person-search' }, kept.sealed) : null;
    return { kind: 'read', search: kept.search, asked };
  }
}
