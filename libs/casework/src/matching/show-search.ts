import { MATCH_POLICY, mayDo, type IdentityFacts, type PersonSearchId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { PersonSearch, UnitOfWork, Vault } from '../ports';
import { findMatches, type FoundMatch } from './find-matches';

/** As many as a person reads before they choose; more say that the search needs more to go by. */
const MOST_SHOWN = 10;

export interface SearchShown {
  readonly kind: 'shown';
  readonly search: PersonSearch;
  readonly asked: IdentityFacts;
  readonly found: readonly FoundMatch[];
  readonly more: boolean;
}

export type ShowSearchOutcome =
  SearchShown | { readonly kind: 'expired'; readonly door: string | null } | NotFound | Refused<'unreadable'>;

/**
 * Looks for the person of a search and shows who may be them. Strangers among the candidates are opened by the service
 * and thrown away; each person who is shown has an access row first (P8). Another's search is not there.
 */
export class ShowSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: PersonSearchId): Promise<ShowSearchOutcome> {
    if (!mayDo(actor, 'search-people')) return NOT_FOUND;
    const own = await this.vault.of(actor.userId);
    return this.unitOfWork.run<ShowSearchOutcome>(actor, async (tx) => {
      const kept = await tx.searches.find(id);
      if (kept === null) return NOT_FOUND;
      const { search, sealed } = kept;
      if (sealed === null || search.expiresAt <= tx.now) return { kind: 'expired', door: search.door };
      const asked =
        own.kind === 'open' ? own.vault.open({ recordId: id, kind: 'person-search' }, sealed) : null;
      if (asked === null) return refuse('unreadable');
      const found = await findMatches(tx, {
        vault: this.vault,
        facts: asked,
        except: null,
        atLeast: MATCH_POLICY.shown,
        most: MOST_SHOWN + 1,
      });
      const shown = found.slice(0, MOST_SHOWN);
      await tx.accessLog.record(
        shown.map(({ candidate: { personId, caseId } }) => ({
          personId,
          caseId,
          what: 'identity',
          basis: 'search',
        })),
      );
      return { kind: 'shown', search, asked, found: shown, more: found.length > MOST_SHOWN };
    });
  }
}
