import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DraftFlowModule } from '../change-proposals/draft-flow.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CaseRoutingController } from './case-routing.controller';
import { ChooseServiceController } from './choose.controller';
import { DraftReading } from './draft-reading';
import { RoutingDraftsController } from './drafts.controller';
import { RoutingNotesController } from './notes.controller';
import { RoutingRuleController } from './rule.controller';
import { SendRoutingDraftController } from './send-draft.controller';
import { RoutingTableController } from './table.controller';
import { TryRoutingController } from './try.controller';
import { RoutingWindowController } from './window.controller';

/** Where people are sent: the rules, the drafts of them, the test box, and the answer of each case. */
@Module({
  imports: [CasesModule, ColleaguesModule, DraftFlowModule],
  controllers: [
    RoutingTableController,
    TryRoutingController,
    RoutingDraftsController,
    RoutingRuleController,
    RoutingWindowController,
    SendRoutingDraftController,
    ChooseServiceController,
    RoutingNotesController,
    CaseRoutingController,
  ],
  providers: [DraftReading],
})
export class RoutingModule {}
