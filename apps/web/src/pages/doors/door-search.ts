import { Injectable } from '@nestjs/common';
import { LinkSearched, ReadSearch } from '#libs/casework';
import {
  mayDo,
  type CaseId,
  type IdentityFacts,
  type PersonSearchId,
  type ReferralId,
  type StaffActor,
} from '#libs/domain';
import { caseSummary, PostgresUnitOfWork } from '#libs/persistence';
import { sameAs } from './door.copy';
import type { DoorRaw } from './door.form';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface SearchedBefore {
  readonly searchId: PersonSearchId;
  readonly asked: IdentityFacts | null;
  readonly sameAs: string | null;
}

/** Responders look for a person before they key a referral; a provider's worker sees nobody of ours and does not. */
@Injectable()
export class DoorSearch {
  constructor(
    private readonly readSearch: ReadSearch,
    private readonly linkSearched: LinkSearched,
    private readonly work: PostgresUnitOfWork,
  ) {}

  needed(actor: StaffActor): boolean {
    return mayDo(actor, 'search-people');
  }

  /** The actor's own search for this door, once it is answered; null when there is none. */
  async before(
    actor: StaffActor,
    { door, id }: { door: string; id: unknown },
  ): Promise<SearchedBefore | null> {
    if (!this.needed(actor) || typeof id !== 'string' || !UUID.test(id)) return null;
    const read = await this.readSearch.execute(actor, id as PersonSearchId);
    if (read.kind !== 'read' || read.search.answer === null || read.search.door !== door) return null;
    const { chosenCaseId } = read.search;
    return {
      searchId: read.search.id,
      asked: read.asked,
      sameAs: chosenCaseId && (await this.sameAs(actor, chosenCaseId)),
    };
  }

  /** Links the person of the new referral with the one who was chosen, if one was. */
  async link(actor: StaffActor, before: SearchedBefore | null, referralId: ReferralId): Promise<void> {
    if (before === null || before.sameAs === null) return;
    await this.linkSearched.execute(actor, { searchId: before.searchId, referralId });
  }

  private async sameAs(actor: StaffActor, caseId: CaseId): Promise<string | null> {
    const summary = await this.work.read(actor, (manager) => caseSummary(manager, caseId));
    return summary && sameAs(summary.reference);
  }
}

/** What the responder typed to search is not typed again. */
export function typedBefore({ searchId, asked }: SearchedBefore): Partial<DoorRaw> {
  if (asked === null) return { search: searchId };
  const [year = '', month = '', day = ''] = (asked.bornOn ?? '').split('-');
  return {
    search: searchId,
    nameToAskFor: asked.names[0] ?? '',
    age: asked.bornOn === null ? '' : `${Number(day)} ${Number(month)} ${year}`,
    number: asked.routes[0] ?? '',
  };
}
