import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';

/** The short address of the list of reviews. */
@Controller('/support-reviews')
export class SupportReviewsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  lead(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): FastifyReply {
    requireAct(actor, 'see-reviews');
    return this.pages.redirect(reply, '/support-tasks/reviews');
  }
}
