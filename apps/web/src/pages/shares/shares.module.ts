import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ConsentModule } from '../consent/consent.module';
import { CaseSharesController } from './case-shares.controller';
import { SharedController } from './shared.controller';

@Module({ imports: [CasesModule, ConsentModule], controllers: [CaseSharesController, SharedController] })
export class SharesModule {}
