import { Controller } from '@nestjs/common';
import type { ShareId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { RightsReading, type RightsShown } from './rights-reading';
import { RightsRoutes } from './rights-routes';

/** The rights of somebody whom a service works with, to read and to print with them, where the investigation is shared (P6). */
@ForAct('keep-shared-care')
@Controller('/shared/:id/rights')
export class SharedRightsController extends RightsRoutes {
  constructor(
    pages: Pages,
    private readonly reading: RightsReading,
  ) {
    super(pages);
  }

  protected read(actor: StaffActor, id: string): Promise<RightsShown> {
    return this.reading.atService(actor, id as ShareId);
  }
}
