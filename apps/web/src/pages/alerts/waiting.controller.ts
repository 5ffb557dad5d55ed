import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mayDo, type Act, type StaffActor } from '#libs/domain';
import { homeOf } from '../../navigation/navigation';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForEveryone } from '../../sign-in/for-everyone.decorator';
import { Pages } from '../../views/pages';

/** The page on which each finds what waits for them; the first that the reader may see. */
const WAITING: readonly (readonly [Act, string])[] = [
  ['see-alerts', '/alerts'],
  ['see-safeguarding', '/safeguarding'],
  ['see-data-requests', '/data-protection'],
];
const OPENINGS: typeof WAITING = [['review-break-glass', '/break-glass']];
const SHARES: typeof WAITING = [['see-shared', '/shared']];

/** Where the links of mails lead: the address says nothing about what it is that waits, nor for whom. */
@Controller('/waiting')
export class WaitingController {
  constructor(private readonly pages: Pages) {}

  @ForEveryone()
  @Get()
  waiting(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): FastifyReply {
    return this.pages.redirect(reply, firstOf(WAITING, actor));
  }

  @ForEveryone()
  @Get('/openings')
  openings(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): FastifyReply {
    return this.pages.redirect(reply, firstOf(OPENINGS, actor));
  }

  @ForEveryone()
  @Get('/shares')
  shares(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): FastifyReply {
    return this.pages.redirect(reply, firstOf(SHARES, actor));
  }
}

function firstOf(places: typeof WAITING, actor: StaffActor): string {
  return places.find(([act]) => mayDo(actor, act))?.[1] ?? homeOf(actor.role);
}
