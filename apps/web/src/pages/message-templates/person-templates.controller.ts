import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PERSON_TEMPLATE_IDS, type PersonTemplate, type StaffActor } from '#libs/domain';
import { personTemplateVersions, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { personTemplateRawOf, readPersonTemplate, type PersonTemplateRaw } from './person-template.form';
import { personTemplateDraftPage } from './person-templates.page';

const TEMPLATE = 'pages/message-templates/new.njk';

/** Drafts of the texts that go to people, put before a second person like every rule. */
@Controller('/message-templates/people/:id/new')
export class PersonTemplatesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('propose-change')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.newest(actor, id);
    const page = personTemplateDraftPage({ base, raw: personTemplateRawOf(base), errors: [] });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct('propose-change')
  @Post()
  async draft(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.newest(actor, id);
    const path = `/message-templates/people/${base.id}/new`;
    const form = readPersonTemplate(request.body, base, this.settings.area);
    const draw: DrawForm<PersonTemplateRaw> = (sent, status) =>
      this.pages.show(reply, TEMPLATE, personTemplateDraftPage({ base, ...sent }), status);
    return this.drafts.post(actor, { request, reply }, { form, path, draw });
  }

  private async newest(actor: StaffActor, given: string): Promise<PersonTemplate> {
    const id = PERSON_TEMPLATE_IDS.find((known) => known === given);
    if (id === undefined) throw notFound();
    const [newest] = await this.work.read(actor, (manager) => personTemplateVersions(manager, id));
    if (newest === undefined) throw notFound();
    return newest;
  }
}
