import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ServiceRequestsModule } from '../service-requests/service-requests.module';
import { AllocateController } from './allocate.controller';
import { CaseloadController } from './caseload.controller';
import { ExportReading } from './export-reading';
import { ProviderExportController } from './export.controller';
import { InboxController } from './inbox.controller';
import { ProviderFormsController } from './provider-forms.controller';
import { ProviderLists } from './provider-lists';
import { ProviderReading } from './provider-reading';
import { ProviderRequestController } from './provider-request.controller';
import { RedirectRequestController } from './redirect.controller';
import { ShownReceived } from './shown-received';
import { WaitingListsController } from './waiting-lists/waiting-lists.controller';

@Module({
  imports: [ColleaguesModule, ServiceRequestsModule],
  controllers: [
    InboxController,
    CaseloadController,
    ProviderExportController,
    ProviderRequestController,
    AllocateController,
    RedirectRequestController,
    ProviderFormsController,
    WaitingListsController,
  ],
  providers: [ExportReading, ProviderLists, ProviderReading, ShownReceived],
})
export class ProviderModule {}
