import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { localDate, type CaseId, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { calendarDay, timeInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { ConsentReading } from './consent-reading';
import { recipientWords } from './consent-words';
import { pseudonymOf, receiptOf, receiptRows, wordsOf } from './receipt';

/** What the person may be given of one answer: to print, and as data. */
@Controller('/cases/:id/consent/receipts/:entry')
export class ReceiptsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
  ) {}

  @ForAct('see-consent')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('entry', SafeIdPipe) entry: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { line, nameOf, timezone } = await this.find(actor, id, entry);
    return this.pages.show(reply, 'pages/consent/receipt.njk', {
      title: 'Receipt',
      pseudonym: pseudonymOf(id),
      rows: [
        ...receiptRows(line, nameOf),
        ['When', timeInWords(line.recordedAt, timezone)],
        [
          'Until',
          line.expiresAt === null ? 'You say otherwise' : calendarDay(localDate(line.expiresAt, timezone)),
        ],
      ],
      words: wordsOf(line, nameOf),
      backHref: `/cases/${id}/consent`,
      dataHref: `/cases/${id}/consent/receipts/${entry}/data`,
    });
  }

  @ForAct('see-consent')
  @Get('/data')
  async data(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('entry', SafeIdPipe) entry: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { line, nameOf } = await this.find(actor, id, entry);
    return reply
      .header('content-disposition', 'attachment; filename="receipt.json"')
      .type('application/json')
      .send(JSON.stringify(receiptOf(line, { caseId: id, nameOf }), null, 2));
  }

  private async find(actor: StaffActor, id: CaseId, entry: string) {
    const { consent, timezone } = await this.reading.ofCase(actor, 'see-consent', id);
    const line = consent.ledger.find((one) => one.id === entry && one.takenBy !== null);
    if (line === undefined) throw notFound();
    return { line, nameOf: recipientWords(consent.providers), timezone };
  }
}
