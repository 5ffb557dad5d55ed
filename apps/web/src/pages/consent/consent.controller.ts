import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  agencyRecipient,
  BODIES,
  PURPOSES,
  purposeFits,
  type CaseId,
  type Recipient,
  type StaffActor,
} from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { takeNotice } from '../notices/notice';
import { ConsentReading } from './consent-reading';
import { aboutHref, recipientWords } from './consent-words';
import { PURPOSE_WORDS } from './consent.copy';
import { consentPage } from './consent.page';
import { ABOUT } from './record.copy';

@Controller('/cases/:id/consent')
export class ConsentController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: ConsentReading,
  ) {}

  @ForAct('see-consent')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'see-consent', id);
    const page = consentPage(parts, { notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/consent/consent.njk', page);
  }

  /** Every question that can be asked, as links: no name is in an address, and nothing has to be typed. */
  @ForAct('record-consent')
  @Get('/about')
  async about(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.ofCase(actor, 'record-consent', id);
    const { providers } = parts.consent;
    const nameOf = recipientWords(providers);
    const all: readonly Recipient[] = [
      ...BODIES,
      ...providers.map(({ agencyId }) => agencyRecipient(agencyId)),
    ];
    return this.pages.show(reply, 'pages/consent/about.njk', {
      ...ABOUT,
      frame: caseFrame(parts, 'consent'),
      backHref: `/cases/${id}/consent`,
      groups: all.map((recipient) => ({
        name: nameOf(recipient),
        links: PURPOSES.filter((purpose) => purposeFits(purpose, recipient)).map((purpose) => ({
          text: PURPOSE_WORDS[purpose],
          href: aboutHref(id, 'new', { purpose, recipient }),
        })),
      })),
    });
  }
}
