import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import { mayActOn, mayDo, type Act, type CaseId, type ContactRecheck, type StaffActor } from '#libs/domain';
import {
  caseContact,
  caseHistory,
  caseSummary,
  likeCases,
  openRecheckOf,
  peopleAway,
  PostgresUnitOfWork,
  type CaseHistory,
  type CaseSummary,
  type LikeCase,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import type { CaseParts } from './case.page';

/** Reads one case for a page, in codes and times; nothing here opens the vault. */
@Injectable()
export class CaseReading {
  private readonly limbName: LimbNameOf;

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(AREA_PACK) { policies }: AreaPack,
  ) {
    this.limbName = limbNamesOf(policies);
  }

  async summary(actor: StaffActor, act: Act, id: CaseId) {
    const { summary, now } = await this.work.read(actor, async (manager, at) => ({
      summary: await caseSummary(manager, id),
      now: at,
    }));
    return {
      summary: this.allowed(actor, act, summary),
      limbName: this.limbName,
      actor,
      now,
      timezone: this.settings.area.timezone,
    };
  }

  /** As `summary`, with how contact stands: for pages on which somebody is about to call. */
  async contact(actor: StaffActor, act: Act, id: CaseId) {
    const found = await this.work.read(actor, async (manager, now) => {
      const summary = await caseSummary(manager, id);
      if (summary === null) return null;
      const { caseId, openedAt } = summary;
      return { summary, contact: await caseContact(manager, { caseId, openedAt, now }), now };
    });
    const summary = this.allowed(actor, act, found?.summary ?? null);
    if (found === null) throw notFound();
    const { contact, now } = found;
    const people = [
      ...contact.attempts.map(({ recordedBy }) => recordedBy),
      contact.exhausted?.recordedBy ?? null,
      contact.exhausted?.decidedBy ?? null,
    ];
    const nameOf = await this.colleagues.names(people, actor.userId);
    const { limbName } = this;
    return { summary, contact, nameOf, limbName, actor, now, timezone: this.settings.area.timezone };
  }

  /** Other cases of what may be the same person, for those who compare them. */
  async like(actor: StaffActor, id: CaseId): Promise<readonly LikeCase[]> {
    if (!mayDo(actor, 'review-matches')) return [];
    return this.work.read(actor, (manager) => likeCases(manager, id));
  }

  /** The urgent question about contact that nobody has answered yet. */
  recheck(actor: StaffActor, id: CaseId): Promise<ContactRecheck | null> {
    return this.work.read(actor, (manager) => openRecheckOf(manager, id));
  }

  async whole(actor: StaffActor, act: Act, id: CaseId): Promise<CaseParts> {
    const { found, history, away, now } = await this.work.read(actor, async (manager, at) => ({
      found: await caseSummary(manager, id),
      history: await caseHistory(manager, id),
      away: await peopleAway(manager),
      now: at,
    }));
    const summary = this.allowed(actor, act, found);
    const nameOf = await this.colleagues.names(peopleIn(summary, history), actor.userId);
    return {
      summary,
      history,
      ownerAway: summary.ownerUserId !== null && away.has(summary.ownerUserId),
      nameOf,
      limbName: this.limbName,
      actor,
      now,
      timezone: this.settings.area.timezone,
    };
  }

  private allowed(actor: StaffActor, act: Act, summary: CaseSummary | null): CaseSummary {
    if (summary === null || !mayActOn(actor, act, summary.relation)) throw notFound();
    return summary;
  }
}

function peopleIn({ ownerUserId }: CaseSummary, { journal }: CaseHistory) {
  const acting = journal
    .filter(({ type }) => !type.startsWith('referral.') && type !== 'deadline.set')
    .map(({ actorId }) => actorId);
  return [ownerUserId, ...acting];
}

/** What `CaseReading.contact` answers. */
export type ContactParts = Awaited<ReturnType<CaseReading['contact']>>;
