import { Injectable } from '@nestjs/common';
import { PERSON_TEMPLATE_IDS, type CaseId, type StaffActor } from '#libs/domain';
import { cardHistory, personTexts, PostgresUnitOfWork } from '#libs/persistence';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';

/** Reads a safe-contact card with its versions, in codes and times; nothing here opens the vault. */
@Injectable()
export class CardReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly cases: CaseReading,
    private readonly colleagues: Colleagues,
  ) {}

  /** For forms: the card and the texts to choose from. */
  async form(actor: StaffActor, id: CaseId) {
    const parts = await this.cases.summary(actor, 'change-card', id);
    return { ...parts, texts: await this.texts(actor) };
  }

  /** For the page, which service managers read too. */
  async whole(actor: StaffActor, id: CaseId) {
    const parts = await this.cases.contact(actor, 'open-case', id);
    const texts = await this.texts(actor);
    const versions = await this.work.read(actor, (manager) => cardHistory(manager, id));
    const nameOf = await this.colleagues.names(
      versions.map(({ by }) => by),
      actor.userId,
    );
    return { ...parts, texts, versions, nameOf };
  }

  private texts(actor: StaffActor) {
    return this.work.read(actor, (manager, now) => personTexts(manager, { ids: PERSON_TEMPLATE_IDS, now }));
  }
}

export type CardFormParts = Awaited<ReturnType<CardReading['form']>>;
export type CardParts = Awaited<ReturnType<CardReading['whole']>>;
