import { Controller } from '@nestjs/common';
import type { CareAct, ShareId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { FeedbackParts } from './feedback-parts';
import { FeedbackRoutes } from './feedback-routes';

/** What somebody whom a service works with said to it, of services, at points of the journey (P6). */
@ForAct('keep-shared-care')
@Controller('/shared/:id/feedback')
export class SharedFeedbackController extends FeedbackRoutes {
  constructor(parts: FeedbackParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atService(actor, act, id as ShareId);
  }
}
