import { Module } from '@nestjs/common';
import { NewReferralController } from './new-referral.controller';
import { ReferralsController } from './referrals.controller';

@Module({ controllers: [NewReferralController, ReferralsController] })
export class ReferralsModule {}
