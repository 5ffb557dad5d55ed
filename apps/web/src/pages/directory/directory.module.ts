import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CapacityController } from './capacity.controller';
import { CoverageController } from './coverage.controller';
import { DirectoryController } from './directory.controller';
import { DirectoryReading } from './directory-reading';
import { ExchangeController } from './exchange.controller';
import { NewServiceController } from './new-service.controller';
import { PartFlow } from './part-flow';
import { ServiceFormController } from './service-form.controller';

/** A new service comes first: its address would else be read as that of a service called "new". */
@Module({
  imports: [ColleaguesModule],
  controllers: [
    NewServiceController,
    CoverageController,
    ExchangeController,
    CapacityController,
    DirectoryController,
    ServiceFormController,
  ],
  providers: [DirectoryReading, PartFlow],
})
export class DirectoryModule {}
