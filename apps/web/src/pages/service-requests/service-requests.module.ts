import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ConsentModule } from '../consent/consent.module';
import { SupportModule } from '../support/support.module';
import { ChooseController } from './choose.controller';
import { ServiceDirectory } from './directory-names';
import { NewRequestController } from './new-request.controller';
import { RequestFormsController } from './request-forms.controller';
import { RequestReading } from './request-reading';
import { RoutedChoices } from './routed-choices';
import { RequestController } from './request.controller';
import { ShownRequest } from './shown-request';
import { RequestsListController } from './requests-list.controller';
import { SupportController } from './support.controller';

@Module({
  imports: [ColleaguesModule, ConsentModule, SupportModule],
  controllers: [
    RequestsListController,
    SupportController,
    NewRequestController,
    RequestController,
    ChooseController,
    RequestFormsController,
  ],
  providers: [RequestReading, RoutedChoices, ServiceDirectory, ShownRequest],
  exports: [ServiceDirectory],
})
export class ServiceRequestsModule {}
