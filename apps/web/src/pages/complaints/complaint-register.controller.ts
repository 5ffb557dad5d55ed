import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { complaintDueAt, type ComplaintId, type StaffActor } from '#libs/domain';
import { openComplaints, PostgresUnitOfWork } from '#libs/persistence';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { ABOUT_WORDS, COMPLAINTS, STATE_WORDS } from './complaints.copy';

/** The register: every complaint that waits, for the leads and managers who answer them. */
@Controller('/complaints')
export class ComplaintRegisterController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('handle-complaints')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = { after: readPlace<ComplaintId>(after), limit: ROWS_READ };
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      found: await openComplaints(manager, asked),
      now: at,
    }));
    const { rows, nextPath: nextHref } = pageOf(found, {
      path: '/complaints',
      after: ({ id, replyDueAt }) => placeOf({ id, at: replyDueAt }),
    });
    const { timezone } = this.settings.area;
    const page = {
      ...COMPLAINTS,
      rows: rows.map((complaint) => {
        const due = complaintDueAt(complaint);
        return {
          href: `/cases/${complaint.caseId}/complaints/${complaint.id}`,
          reference: complaint.reference,
          about: ABOUT_WORDS[complaint.about],
          state: STATE_WORDS[complaint.state],
          due: due === null ? COMPLAINTS.settled : momentInWords(due, { now, timezone }),
          tag: due !== null && now > due ? COMPLAINTS.late : null,
        };
      }),
      nextHref,
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/complaints/register.njk', page);
  }
}
