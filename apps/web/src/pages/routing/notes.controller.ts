import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadRoutingNotes } from '#libs/casework';
import { labelOf, type CaseId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { readNames } from './routing-names';
import { NOTES } from './case-routing.copy';
import { OVERRIDE_WORDS } from './routing-words.copy';

/** Why other services were chosen, with the words that were written; that they were read is on record. */
@Controller('/cases/:id/routing/notes')
export class RoutingNotesController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readNotes: ReadRoutingNotes,
  ) {}

  @ForAct('see-routing')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.summary(actor, 'see-routing', id);
    const { now, timezone } = parts;
    const names = await this.work.read(actor, (manager) => readNames(manager, now));
    const read = await this.readNotes.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    const people = read.choices.map(({ chosenBy }) => chosenBy);
    const nameOf = await this.colleagues.names(people, actor.userId);
    return this.pages.show(reply, 'pages/routing/notes.njk', {
      ...NOTES,
      frame: caseFrame(parts, 'support'),
      backHref: `/cases/${id}/routing`,
      choices: read.choices.map(({ kind, serviceId, reason, note, chosenBy, chosenAt }) => ({
        title: `${labelOf(names.labels, kind).name}: ${names.serviceName(serviceId)}`,
        why: OVERRIDE_WORDS[reason],
        note: note ?? NOTES.none,
        who: `${nameOf(chosenBy)}, ${momentInWords(chosenAt, { now, timezone })}`,
      })),
    });
  }
}
