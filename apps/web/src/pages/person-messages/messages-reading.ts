import { Inject, Injectable } from '@nestjs/common';
import { MESSAGE_CHANNELS, type Act, type CaseId, type StaffActor } from '#libs/domain';
import { caseMessages, personTemplateVersions, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { wordingOf } from './message-ways';
import type { MessagesParts } from './person-messages.page';

/** What the page of a case's messages shows; nothing here opens the vault. */
@Injectable()
export class MessagesReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async of(actor: StaffActor, act: Act, id: CaseId): Promise<MessagesParts> {
    const parts = await this.cases.contact(actor, act, id);
    const wording = wordingOf(parts.summary.card);
    const { found, versions } = await this.work.read(actor, async (manager) => ({
      found: await caseMessages(manager, id),
      versions: wording === null ? [] : await personTemplateVersions(manager, wording),
    }));
    const template = versions.find(({ effectiveFrom }) => effectiveFrom <= parts.now) ?? null;
    const writers = found.messages.map(({ queuedBy }) => queuedBy);
    const nameOf = await this.colleagues.names(writers, actor.userId);
    const texts = this.settings.smsCallbackToken !== undefined;
    const channels = MESSAGE_CHANNELS.filter((channel) => channel === 'email' || texts);
    return { ...parts, nameOf, found, template, channels };
  }
}
