import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from '../../views/pages';
import { ForAct } from '../../sign-in/for-act.decorator';

/** The short address of the list of reviews. */
@Controller('/support-reviews')
export class SupportReviewsController {
  constructor(private readonly pages: Pages) {}

  @ForAct('see-reviews')
  @Get()
  lead(@Res() reply: FastifyReply): FastifyReply {
    return this.pages.redirect(reply, '/support-tasks/reviews');
  }
}
