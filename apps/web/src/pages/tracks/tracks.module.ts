import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { CaseTracksController } from './case-tracks.controller';
import { RecheckController } from './recheck.controller';
import { ReferralTracksController } from './referral-tracks.controller';
import { SharedTracksController } from './shared-tracks.controller';
import { TrackPages } from './track-pages';

@Module({
  imports: [CasesModule],
  controllers: [CaseTracksController, SharedTracksController, ReferralTracksController, RecheckController],
  providers: [TrackPages],
})
export class TracksModule {}
