import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { caseConsent } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { recipientWords } from '../../../pages/consent/consent-words';
import { receiptOf } from '../../../pages/consent/receipt';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { Answers } from '../openapi/answers.decorator';
import { consentView, entryView } from './consent-view';
import { ConsentLedgerView, ConsentView } from './consent.view';
import { ConsentReceiptView } from './receipt.view';

@ApiTags('consent')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/consent')
export class ConsentController {
  constructor(private readonly cases: CaseReader) {}

  @ForAct('see-consent')
  @Answers({
    id: 'readConsent',
    summary: 'Who may know what of a person, right now',
    type: ConsentView,
    etag: true,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentView> {
    const view = await this.cases.with(actor, id, async (manager, summary, now) =>
      consentView(await caseConsent(manager, summary.caseId), { actor, summary, now }),
    );
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('see-consent')
  @Answers({ id: 'listConsentEntries', summary: 'Every answer that was ever given', type: ConsentLedgerView })
  @Get('/entries')
  entries(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<ConsentLedgerView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => {
      const { ledger } = await caseConsent(manager, caseId);
      return { caseId, items: ledger.map((entry) => entryView(entry, { caseId, actor })) };
    });
  }

  @ForAct('see-consent')
  @Answers({
    id: 'readConsentReceipt',
    summary: 'What the person may be given of one answer',
    description: 'In the shape of ISO/IEC TS 27560. It names neither the person nor this service.',
    type: ConsentReceiptView,
  })
  @Get('/entries/:entryId/receipt')
  receipt(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('entryId', SafeIdPipe) entryId: string,
  ): Promise<ConsentReceiptView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => {
      const { ledger, providers } = await caseConsent(manager, caseId);
      const entry = ledger.find((one) => one.id === entryId && one.takenBy !== null);
      if (entry === undefined) throw notFound();
      return receiptOf(entry, { caseId, nameOf: recipientWords(providers) });
    });
  }
}
