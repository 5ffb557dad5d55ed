import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { IsBoolean } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { IdempotencyKey } from '../request-reading/idempotency-key';
import { readFields } from '../request-reading/read-fields';
import { SafeIdPipe } from '../request-reading/strict-body.pipe';
import { CleanText } from '../request-reading/validators/clean-text.validator';
import { IsRealDate } from '../request-reading/validators/real-date.validator';
import { CurrentActor } from '../sign-in/current-actor.decorator';
import { ForEveryone } from '../sign-in/for-everyone.decorator';
import { partsPage } from './parts.page';
import { ForRoles } from '../sign-in/for-roles.decorator';
import { Pages } from '../views/pages';

export class TrialBody {
  @CleanText({ min: 1, max: 20 })
  name: string;

  @IsRealDate()
  bornOn: string;

  @IsBoolean()
  consent: boolean;
}

/** Routes that stand in for a feature's, to see what the shell does around them. */
@Controller()
export class TrialPagesController {
  constructor(private readonly pages: Pages) {}

  @ForEveryone()
  @Get('/trial/any')
  any(@CurrentActor() actor: StaffActor): { readonly role: string } {
    return { role: actor.role };
  }

  @ForRoles('commissioner')
  @Get('/trial/commissioner')
  commissioner(): { readonly seen: true } {
    return { seen: true };
  }

  @ForEveryone()
  @Get('/trial/page')
  page(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'home/welcome.njk', {});
  }

  /** Every shared piece once, with the longest words it may meet. */
  @ForEveryone()
  @Get('/trial/parts')
  parts(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.pages.show(reply, 'trial/parts.njk', partsPage(), 400);
  }

  @ForEveryone()
  @Post('/trial/form')
  @HttpCode(200)
  form(@Req() request: FastifyRequest): object {
    return readFields(request.body, { single: ['name'] });
  }

  @ForEveryone()
  @Get('/trial/records/:id')
  record(@Param('id', SafeIdPipe) id: string): { readonly id: string } {
    return { id };
  }

  @ForEveryone()
  @Get('/trial/broken')
  broken(): never {
    throw new Error('Sample Person Oak could not be saved');
  }

  @ForEveryone()
  @Post('/api/v1/trial')
  create(@Body() body: TrialBody, @IdempotencyKey() key: string, @CurrentActor() actor: StaffActor): object {
    return { body, key, role: actor.role };
  }
}
