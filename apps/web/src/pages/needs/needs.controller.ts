import { Controller } from '@nestjs/common';
import type { CareAct, CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { NeedParts } from './need-parts';
import { NeedRoutes } from './need-routes';

/** What somebody needs, area by area, and the risks that somebody saw. */
@ForAct('see-needs')
@Controller('/cases/:id/needs')
export class NeedsController extends NeedRoutes {
  constructor(parts: NeedParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atDesk(actor, act, id as CaseId);
  }
}
