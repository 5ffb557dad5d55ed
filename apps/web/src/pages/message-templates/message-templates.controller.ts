import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayDo, TEMPLATE_IDS, type MessageTemplate, type StaffActor } from '#libs/domain';
import { personTemplateVersions, PostgresUnitOfWork, templateVersions } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { DraftFlow, type DrawForm } from '../change-proposals/draft-flow';
import { readTemplate, templateRawOf, type TemplateRaw } from './message-template.form';
import { messageTemplateDraftPage, messageTemplatesPage } from './message-templates.page';
import { personTemplatesPart } from './person-templates.page';

const NEW = 'pages/message-templates/new.njk';

@Controller('/message-templates')
export class MessageTemplatesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: DraftFlow,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-message-templates')
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      versions: await templateVersions(manager),
      forPeople: await personTemplateVersions(manager),
    }));
    const reading = {
      now: read.now,
      timezone: this.settings.area.timezone,
      mayDraft: mayDo(actor, 'propose-change'),
    };
    const page = {
      ...messageTemplatesPage(read.versions, reading),
      people: personTemplatesPart(read.forPeople, reading),
    };
    return this.pages.show(reply, 'pages/message-templates/message-templates.njk', page);
  }

  @ForAct('propose-change')
  @Get('/:id/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.newest(actor, id);
    const page = messageTemplateDraftPage({ base, raw: templateRawOf(base), errors: [] });
    return this.pages.show(reply, NEW, page);
  }

  @ForAct('propose-change')
  @Post('/:id/new')
  async draft(
    @CurrentActor() actor: StaffActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const base = await this.newest(actor, id);
    const path = `/message-templates/${base.id}/new`;
    const form = readTemplate(request.body, base, this.settings.area);
    const draw: DrawForm<TemplateRaw> = (sent, status) =>
      this.pages.show(reply, NEW, messageTemplateDraftPage({ base, ...sent }), status);
    return this.drafts.post(actor, { request, reply }, { form, path, draw });
  }

  private async newest(actor: StaffActor, given: string): Promise<MessageTemplate> {
    const id = TEMPLATE_IDS.find((known) => known === given);
    if (id === undefined) throw notFound();
    const [newest] = await this.work.read(actor, (manager) => templateVersions(manager, id));
    if (newest === undefined) throw notFound();
    return newest;
  }
}
