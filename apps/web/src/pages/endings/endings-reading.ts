import { Inject, Injectable } from '@nestjs/common';
import { ReadEnding } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { CaseId, StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';
import { labelsFor } from '../support/kind-labels';

/** Reads how a case ended, or what stands in the way of it, for its pages. */
@Injectable()
export class EndingsReading {
  constructor(
    private readonly readEnding: ReadEnding,
    private readonly colleagues: Colleagues,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async of(actor: StaffActor, caseId: CaseId) {
    const read = await this.readEnding.execute(actor, { caseId });
    if (read.kind === 'not-found') throw notFound();
    const { ending, death, last } = read;
    const people = [ending?.workerUserId ?? null, death?.recordedBy ?? null, last?.workerUserId ?? null];
    const nameOf = await this.colleagues.names(people, actor.userId);
    return { actor, read, nameOf, labels: labelsFor(this.pack), timezone: this.settings.area.timezone };
  }
}
