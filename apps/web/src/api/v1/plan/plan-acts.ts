import { Injectable } from '@nestjs/common';
import { ClosePlanContact, KeepTold, PlanNextContact, type PlanDoor, type Repeatable } from '#libs/casework';
import { instant, type PlanContactId, type StaffActor } from '#libs/domain';
import { done } from '../requests/done';
import { CLOSE_REFUSALS, CONTACT_REFUSALS, TOLD_REFUSALS } from './plan.copy';
import type { PlanContactBody, PlanContactOutcomeBody, ToldTopicsBody } from './plan.dto';
import type { ContactPlannedView, ToldKeptView } from './plan.view';

interface Through {
  readonly door: PlanDoor;
  readonly repeatable: Repeatable;
}

/** What the desk and services write in a plan, each through its own door. */
@Injectable()
export class PlanActs {
  constructor(
    private readonly planContact: PlanNextContact,
    private readonly closeContact: ClosePlanContact,
    private readonly keepTold: KeepTold,
  ) {}

  async plan(actor: StaffActor, { way, at }: PlanContactBody, through: Through): Promise<ContactPlannedView> {
    const input = { door: through.door, way, at: instant(at) };
    const planned = done(await this.planContact.execute(actor, input, through.repeatable), CONTACT_REFUSALS);
    return { contactId: planned.contactId };
  }

  async close(
    actor: StaffActor,
    { contactId, outcome }: { readonly contactId: string } & PlanContactOutcomeBody,
    { door, repeatable }: Through,
  ): Promise<ContactPlannedView> {
    const change = { door, contactId: contactId as PlanContactId, event: outcome };
    done(await this.closeContact.execute(actor, change, repeatable), CLOSE_REFUSALS);
    return { contactId };
  }

  async told(
    actor: StaffActor,
    { topics }: ToldTopicsBody,
    { door, repeatable }: Through,
  ): Promise<ToldKeptView> {
    const kept = done(await this.keepTold.execute(actor, { door, topics }, repeatable), TOLD_REFUSALS);
    return { changed: kept.changed };
  }
}
