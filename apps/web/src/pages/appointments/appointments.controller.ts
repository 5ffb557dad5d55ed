import { Controller } from '@nestjs/common';
import type { CareAct, CaseId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { AppointmentParts } from './appointment-parts';
import { AppointmentRoutes } from './appointment-routes';

/** When and where somebody is met, and what came of it. */
@ForAct('see-appointments')
@Controller('/cases/:id/appointments')
export class AppointmentsController extends AppointmentRoutes {
  constructor(parts: AppointmentParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atDesk(actor, act, id as CaseId);
  }
}
