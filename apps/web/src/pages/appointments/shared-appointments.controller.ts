import { Controller } from '@nestjs/common';
import type { CareAct, ShareId, StaffActor } from '#libs/domain';
import { ForAct } from '../../sign-in/for-act.decorator';
import type { RecordDoor } from '../case-records/record-pages';
import { AppointmentParts } from './appointment-parts';
import { AppointmentRoutes } from './appointment-routes';

/** The appointments of a service with somebody whom it works with, for as long as something is shared (P6). */
@ForAct('keep-shared-care')
@Controller('/shared/:id/appointments')
export class SharedAppointmentsController extends AppointmentRoutes {
  constructor(parts: AppointmentParts) {
    super(parts);
  }

  protected door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor> {
    return this.parts.records.atService(actor, act, id as ShareId);
  }
}
