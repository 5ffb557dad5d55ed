import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadSupportWords } from '#libs/casework';
import type { Act, StaffActor, SupportTaskId } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { SupportReading } from './support-reading';
import { taskPage, type TaskSent } from './task.page';
import { TaskGround } from './task-ground';

/** Draws the page of one task, with whatever could not be saved. */
@Injectable()
export class TaskPages {
  constructor(
    private readonly pages: Pages,
    private readonly reading: SupportReading,
    private readonly readWords: ReadSupportWords,
    private readonly grounds: TaskGround,
  ) {}

  /** The access rows of the words are committed before the page leaves (P8). */
  async show(
    reply: FastifyReply,
    shown: { actor: StaffActor; id: SupportTaskId; request: FastifyRequest; sent?: TaskSent },
  ): Promise<FastifyReply> {
    const { actor, id, request, sent } = shown;
    const parts = await this.codes(actor, 'see-support', id);
    const words = await this.readWords.execute(actor, { caseId: parts.task.caseId, recordIds: [id] });
    if (words.kind === 'not-found') throw notFound();
    const ground = await this.grounds.of(actor, parts.task);
    const notice = sent === undefined ? takeNotice(request) : null;
    const page = taskPage({ ...parts, words, ground, notice }, sent);
    return this.pages.show(reply, 'pages/support/task.njk', page, sent === undefined ? 200 : 400);
  }

  codes(actor: StaffActor, act: Act, id: SupportTaskId) {
    return this.reading.task(actor, act, id);
  }
}
