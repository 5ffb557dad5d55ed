import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InstanceInfo, InstanceState } from '../instance/instance-info';
import { INSTANCE_INFO } from '../ports';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { chromeOf } from './chrome';

/** Draws every page: `return this.pages.show(reply, 'personas/personas.njk', model)`. */
@Injectable()
export class Pages {
  private lastKnownSynthetic = false;

  constructor(
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(INSTANCE_INFO) private readonly instance: InstanceInfo,
  ) {}

  /** `template` is a path below `src`; its values are `page`, and the layout's own are `chrome`. */
  async show(reply: FastifyReply, template: string, page: object, status = 200): Promise<FastifyReply> {
    return this.draw(reply, template, page, status, await this.readInstance());
  }

  /** For error pages, which must be drawn when the database cannot be asked. */
  async showWhateverHappens(
    reply: FastifyReply,
    template: string,
    page: object,
    status: number,
  ): Promise<FastifyReply> {
    const instance = await this.readInstance().catch(() => undefined);
    return this.draw(reply, template, page, status, instance);
  }

  redirect(reply: FastifyReply, path: string): FastifyReply {
    return reply.status(303).header('location', path).send();
  }

  private draw(
    reply: FastifyReply,
    template: string,
    page: object,
    status: number,
    instance: InstanceState | undefined,
  ): FastifyReply {
    const synthetic = instance?.synthetic ?? this.lastKnownSynthetic;
    const { settings } = this;
    const chrome = chromeOf({ request: reply.request, reply, settings, instance, synthetic, status });
    return reply.status(status).type('text/html; charset=utf-8').view(template, { page, chrome });
  }

  private async readInstance(): Promise<InstanceState> {
    const instance = await this.instance.read();
    this.lastKnownSynthetic = instance.synthetic;
    return instance;
  }
}
