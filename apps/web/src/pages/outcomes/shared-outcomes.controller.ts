import { Controller } from '@nestjs/common';
import type { CareAct, ShareId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { OutcomeParts } from './outcome-parts';
import { OutcomeRoutes } from './outcome-routes';

/** How it goes for somebody whom a service works with, where what they need is shared with it (P6). */
@ForAct('keep-shared-care')
@Controller('/shared/:id/outcomes')
export class SharedOutcomesController extends OutcomeRoutes {
  constructor(parts: OutcomeParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atService(actor, act, id as ShareId);
  }
}
