import { Controller } from '@nestjs/common';
import type { CareAct, CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { OutcomeParts } from './outcome-parts';
import { OutcomeRoutes } from './outcome-routes';

/** The three measures of how support helps, as the person sees it, over time. */
@ForAct('see-outcomes')
@Controller('/cases/:id/outcomes')
export class OutcomesController extends OutcomeRoutes {
  constructor(parts: OutcomeParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atDesk(actor, act, id as CaseId);
  }
}
