import { mayDo, plus, type IdentityFacts, type PersonSearchId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, PersonSearch, Repeatable, UnitOfWork, Vault } from '../ports';

export interface SearchInput {
  readonly facts: IdentityFacts;
  /** The door whose referral waits for this search; null when somebody is only looked up. */
  readonly door: string | null;
}

export type BeginSearchOutcome =
  { readonly kind: 'begun'; readonly searchId: PersonSearchId } | NotFound | Refused<'unreadable'>;

/** What was typed is there for half an hour. */
const LASTS_MILLISECONDS = 30 * 60_000;

/**
 * Keeps what a responder looks for under an opaque id, sealed with the responder's own key, so that no address ever
 * holds a name (P12). Nothing is looked for yet: `ShowSearch` does that and logs whom it shows.
 */
export class BeginSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    { facts, door }: SearchInput,
    repeatable: Repeatable,
  ): Promise<Once<BeginSearchOutcome>> {
    const own = await this.vault.of(actor.userId);
    return this.unitOfWork.once<BeginSearchOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'begun' },
      async (tx) => {
        if (!mayDo(actor, 'search-people')) return NOT_FOUND;
        if (own.kind !== 'open') return refuse('unreadable');
        const id = this.ids.next<PersonSearchId>();
        const search: PersonSearch = {
          id,
          searchedBy: actor.userId,
          agencyId: actor.agencyId,
          door,
          begunAt: tx.now,
          expiresAt: plus(tx.now, LASTS_MILLISECONDS),
          answer: null,
          chosenCaseId: null,
        };
        await tx.searches.insert(search, own.vault.seal({ recordId: id, kind: 'person-search' }, facts));
        return { kind: 'begun', searchId: id };
      },
    );
  }
}
