import { Controller } from '@nestjs/common';
import type { CaseId, StaffActor } from '#libs/domain';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { RightsReading, type RightsShown } from './rights-reading';
import { RightsRoutes } from './rights-routes';

/** The rights of a case, and the sheet that the person may keep. */
@Controller('/cases/:id/rights')
export class CaseRightsController extends RightsRoutes {
  constructor(
    pages: Pages,
    private readonly reading: RightsReading,
  ) {
    super(pages);
  }

  protected read(actor: StaffActor, id: string): Promise<RightsShown> {
    requireAct(actor, 'see-rights');
    return this.reading.atDesk(actor, id as CaseId);
  }
}
