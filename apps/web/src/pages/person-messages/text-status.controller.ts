import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ReportDelivery } from '#libs/casework';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Public } from '../../sign-in/public.decorator';
import { readTextStatus } from './text-status';

/**
 * Where GOV.UK Notify says what became of a text message. It proves itself with the token that was set up there; to
 * anybody else, and where no texts are sent, there is nothing here. Of what it says only the outcome is kept.
 */
@Public()
@ApiExcludeController()
@Controller('/api/text-status')
export class TextStatusController {
  constructor(
    private readonly reportDelivery: ReportDelivery,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Post()
  @HttpCode(204)
  async take(@Headers('authorization') authorization: unknown, @Body() body: unknown): Promise<void> {
    const { smsCallbackToken: token } = this.settings;
    if (token === undefined || !same(authorization, `Bearer ${token}`)) throw notFound();
    const report = readTextStatus(body);
    if (report !== null) await this.reportDelivery.execute(report);
  }
}

/** Hashed first, so that neither the comparison nor the length tells how much was right. */
function same(given: unknown, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(wanted));
}
