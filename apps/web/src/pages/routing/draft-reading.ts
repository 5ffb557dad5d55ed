import { Injectable } from '@nestjs/common';
import { ReplayDraft, type RoutingDraftRecord } from '#libs/casework';
import {
  tableFaults,
  type Instant,
  type RoutingDraftId,
  type StaffActor,
  type TableFault,
} from '#libs/domain';
import { PostgresUnitOfWork, routingDraftById, routingTableVersions } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import type { PreviewSection } from '../change-proposals/proposal-view';
import { REPLAY } from './draft.copy';
import { publishedSection } from './replay';
import { readNames, type RoutingNames } from './routing-names';

export interface DraftRead {
  readonly draft: RoutingDraftRecord;
  readonly names: RoutingNames;
  readonly now: Instant;
  /** Whether another version was approved since the draft was begun. */
  readonly outdated: boolean;
}

/** Reads one of an administrator's own drafts for a page. */
@Injectable()
export class DraftReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly replayDraft: ReplayDraft,
  ) {}

  async read(actor: StaffActor, id: RoutingDraftId): Promise<DraftRead> {
    const { draft, ...read } = await this.work.read(actor, async (manager, now) => ({
      draft: await routingDraftById(manager, id),
      names: await readNames(manager, now),
      newest: (await routingTableVersions(manager))[0],
      now,
    }));
    if (draft === null) throw notFound();
    return { ...read, draft, outdated: read.newest?.table.version !== draft.basedOnVersion };
  }

  async faults(
    actor: StaffActor,
    id: RoutingDraftId,
  ): Promise<DraftRead & { faults: readonly TableFault[] }> {
    const read = await this.read(actor, id);
    const { draft, names } = read;
    const districts = new Set(names.districts.map(({ code }) => code));
    return { ...read, faults: tableFaults(draft.table, names.services, { districts }) };
  }

  /** What would have changed last quarter; on a page of its own, for it routes everybody of a quarter twice. */
  async replay(actor: StaffActor, id: RoutingDraftId): Promise<DraftRead & { replay: PreviewSection }> {
    const read = await this.read(actor, id);
    const outcome = await this.replayDraft.execute(actor, id);
    if (outcome.kind === 'not-found') throw notFound();
    const { draft, names, now } = read;
    if (outcome.kind === 'replayed') {
      const about = { draft: draft.table, labels: names.labels, now };
      return { ...read, replay: publishedSection(outcome.replay, about) };
    }
    const sentence = outcome.reason === 'asks-about-few' ? REPLAY.askedAboutFew : REPLAY.newerVersion;
    return { ...read, replay: { title: REPLAY.notCounted, lines: [sentence] } };
  }
}
