import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AskOverrideController } from './ask-override.controller';
import { ConsentReading } from './consent-reading';
import { ConsentController } from './consent.controller';
import { OverridesController } from './overrides.controller';
import { ReceiptsController } from './receipts.controller';
import { RecordConsentController } from './record.controller';
import { WithdrawConsentController } from './withdraw.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [
    RecordConsentController,
    WithdrawConsentController,
    ReceiptsController,
    ConsentController,
    AskOverrideController,
    OverridesController,
  ],
  providers: [ConsentReading],
  exports: [ConsentReading],
})
export class ConsentModule {}
