import { Controller } from '@nestjs/common';
import type { CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { RightsReading, type RightsShown } from './rights-reading';
import { RightsRoutes } from './rights-routes';

/** The rights of a case, and the sheet that the person may keep. */
@ForAct('see-rights')
@Controller('/cases/:id/rights')
export class CaseRightsController extends RightsRoutes {
  constructor(
    pages: Pages,
    private readonly reading: RightsReading,
  ) {
    super(pages);
  }

  protected read(actor: StaffActor, id: string): Promise<RightsShown> {
    return this.reading.atDesk(actor, id as CaseId);
  }
}
