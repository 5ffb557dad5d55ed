import { Module } from '@nestjs/common';
import { CheckController } from './check.controller';
import { CoverController } from './cover.controller';
import { DeclinedController } from './declined.controller';
import { DeleteDraftController } from './delete.controller';
import { DraftReading } from './draft-reading';
import { DraftStepsController } from './draft-steps.controller';
import { LateController } from './late.controller';
import { NewDraftController } from './new-draft.controller';
import { SameCrime } from './same-crime';
import { SaveStep } from './save-step';
import { ThinTime } from './thin-time';

@Module({
  controllers: [
    NewDraftController,
    CheckController,
    LateController,
    DeclinedController,
    DeleteDraftController,
    DraftStepsController,
    CoverController,
  ],
  providers: [DraftReading, SameCrime, SaveStep, ThinTime],
})
export class DraftsModule {}
