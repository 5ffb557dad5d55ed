import { Controller } from '@nestjs/common';
import type { CareAct, ShareId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { NeedParts } from './need-parts';
import { NeedRoutes } from './need-routes';

/** What somebody whom a service works with needs, and the risks that it saw, where that is shared with it (P6). */
@ForAct('keep-shared-care')
@Controller('/shared/:id/needs')
export class SharedNeedsController extends NeedRoutes {
  constructor(parts: NeedParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atService(actor, act, id as ShareId);
  }
}
