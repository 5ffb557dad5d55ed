import { Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MilestoneId, StaffActor, TrackId } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { TrackPages } from './track-pages';
import type { TracksDoor } from './track-place';

/** The addresses of tracks below whatever somebody comes from; each of its controllers says who may come in. */
export abstract class TrackRoutes {
  protected constructor(private readonly tracks: TrackPages) {}

  /** Throws not-found for whoever has no door here. `writing` for acts and their forms. */
  protected abstract door(actor: StaffActor, id: string, writing: boolean): Promise<TracksDoor>;

  @ForAct('see-track', 'keep-own-track', 'keep-shared-track')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.list(await this.door(actor, id, false), { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post()
  @HttpCode(303)
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.open(await this.door(actor, id, true), { request, reply });
  }

  @ForAct('see-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.show(await this.door(actor, id, false), track, { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/milestones')
  async choose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.choose(await this.door(actor, id, true), track, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/milestones/new')
  async openMilestone(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Query('what') kind: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.openMilestone(await this.door(actor, id, true), track, kind, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post('/:track/milestones/new')
  async saveMilestone(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Query('what') kind: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.saveMilestone(await this.door(actor, id, true), track, kind, { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/entries/:entry/correct')
  async openCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Param('entry', SafeIdPipe) entry: MilestoneId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.openCorrection(await this.door(actor, id, true), track, entry, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post('/:track/entries/:entry/correct')
  async saveCorrection(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Param('entry', SafeIdPipe) entry: MilestoneId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.saveCorrection(await this.door(actor, id, true), track, entry, { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/entries/:entry/withdraw')
  async openWithdrawal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Param('entry', SafeIdPipe) entry: MilestoneId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.openWithdrawal(await this.door(actor, id, true), track, entry, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post('/:track/entries/:entry/withdraw')
  async saveWithdrawal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Param('entry', SafeIdPipe) entry: MilestoneId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.saveWithdrawal(await this.door(actor, id, true), track, entry, { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/position')
  async openPosition(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.openPosition(await this.door(actor, id, true), track, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post('/:track/position')
  async savePosition(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.savePosition(await this.door(actor, id, true), track, { request, reply });
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Get('/:track/officer')
  async openOfficer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.openOfficer(await this.door(actor, id, true), track, reply);
  }

  @ForAct('keep-track', 'keep-own-track', 'keep-shared-track')
  @Post('/:track/officer')
  async saveOfficer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('track', SafeIdPipe) track: TrackId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.tracks.saveOfficer(await this.door(actor, id, true), track, { request, reply });
  }
}
