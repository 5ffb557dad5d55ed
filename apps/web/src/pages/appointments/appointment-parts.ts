import { Inject, Injectable } from '@nestjs/common';
import { BookAppointment, ChangeAppointment, ReadSupportWords, RemindOfAppointment } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Keepers } from '../case-records/keepers';
import { RecordPages } from '../case-records/record-pages';

/** What the pages of appointments work with, from wherever somebody comes. */
@Injectable()
export class AppointmentParts {
  constructor(
    readonly records: RecordPages,
    readonly keepers: Keepers,
    readonly work: PostgresUnitOfWork,
    readonly readWords: ReadSupportWords,
    readonly book: BookAppointment,
    readonly change: ChangeAppointment,
    readonly remind: RemindOfAppointment,
    @Inject(AREA_PACK) readonly pack: AreaPack,
    @Inject(WEB_SETTINGS) readonly settings: WebSettings,
  ) {}
}
