import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '../errors/problem';
import type { InstanceInfo } from '../instance/instance-info';
import { INSTANCE_INFO } from '../ports';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { Public } from '../sign-in/public.decorator';
import { Pages } from '../views/pages';
import { personasPage } from './personas.page';

/** Invented people to sign in as. Where data is real there is no such page. */
@Controller('/personas')
export class PersonasController {
  constructor(
    private readonly pages: Pages,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  @Public()
  @Get()
  async show(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const { synthetic } = await this.instance.read();
    if (!synthetic) throw notFound();
    const page = personasPage(this.settings);
    return this.pages.show(reply, 'personas/personas.njk', page);
  }
}
