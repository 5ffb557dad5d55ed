import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { READINESS } from '../ports';
import { Public } from '../sign-in/public.decorator';
import type { Readiness, ReadinessCheck } from './readiness';

@Public()
@Controller('/health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** The process runs. Asks nothing of anything else, or an outage of the database would restart every process. */
  @Get('/live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('/ready')
  async ready(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const checks = await this.readiness.check().catch(unanswered);
    const ready = checks.every((check) => check.ready);
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks });
  }
}

function unanswered(): readonly ReadinessCheck[] {
  return [{ name: 'checks', ready: false }];
}
