import { Module } from '@nestjs/common';
import { AttemptPolicyDraftController } from '../attempt-policy/attempt-policy-draft.controller';
import { CalendarDraftController } from '../calendars/calendar-draft.controller';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { PagingLadderDraftController } from '../paging-ladder/paging-ladder-draft.controller';
import { PolicyDraftController } from '../policies/policy-draft.controller';
import { RetentionDraftController } from '../retention/retention-draft.controller';
import { DraftFlowModule } from './draft-flow.module';
import { ProposalsController } from './proposals.controller';

/** Drafts of every kind of rule, and the page on which a second person decides about them. */
@Module({
  imports: [ColleaguesModule, DraftFlowModule],
  controllers: [
    PolicyDraftController,
    CalendarDraftController,
    AttemptPolicyDraftController,
    RetentionDraftController,
    PagingLadderDraftController,
    ProposalsController,
  ],
})
export class ChangeProposalsModule {}
