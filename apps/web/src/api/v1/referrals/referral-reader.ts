import { Injectable } from '@nestjs/common';
import { mayActOn, type Act, type ReferralId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatus, type ReferralStatus } from '#libs/persistence';
import { notFound } from '../../../errors/problem';

/** A referral as this person may see it; what is hidden from them is not there. */
@Injectable()
export class ReferralReader {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  async read(actor: StaffActor, act: Act, id: string): Promise<ReferralStatus> {
    const status = await this.unitOfWork.read(actor, (manager) => referralStatus(manager, id as ReferralId));
    if (status === null || !mayActOn(actor, act, status)) throw notFound();
    return status;
  }
}
