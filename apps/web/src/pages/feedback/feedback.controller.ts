import { Controller } from '@nestjs/common';
import type { CareAct, CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { FeedbackParts } from './feedback-parts';
import { FeedbackRoutes } from './feedback-routes';

/** What the person of a case says of services, at points of the journey. */
@ForAct('see-feedback')
@Controller('/cases/:id/feedback')
export class FeedbackController extends FeedbackRoutes {
  constructor(parts: FeedbackParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atDesk(actor, act, id as CaseId);
  }
}
