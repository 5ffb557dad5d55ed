import { Injectable } from '@nestjs/common';
import {
  AddPlanTask,
  CheckCrimeNumber,
  FlagDomesticAbuse,
  LowerDomesticAbuse,
  OfferTransfer,
  PromiseCheckIn,
  RecordPoliceReport,
  RecordSamples,
  RecordSignpost,
} from '#libs/casework';
import { abuseForm, lowerForm } from './abuse.form';
import type { CaseForm } from './case-form';
import { checkInForm, samplesForm, signpostForm } from './days.form';
import { crimeNumberForm } from './crime-number.form';
import { policeForm, transferForm } from './moves.form';
import { planTaskForm } from './plan-task.form';

export const FORM_KEYS = [
  'domestic-abuse',
  'flag-down',
  'samples',
  'signposts',
  'check-ins',
  'transfer',
  'police-report',
  'crime-number',
  'plan-task',
] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/** Every form about a case that a kind of support brings with it, by the last part of its address. */
@Injectable()
export class CaseForms {
  readonly byKey: Readonly<Record<FormKey, CaseForm>>;

  constructor(
    flag: FlagDomesticAbuse,
    lower: LowerDomesticAbuse,
    samples: RecordSamples,
    signpost: RecordSignpost,
    checkIn: PromiseCheckIn,
    transfer: OfferTransfer,
    police: RecordPoliceReport,
    crimeNumber: CheckCrimeNumber,
    planTask: AddPlanTask,
  ) {
    this.byKey = {
      'domestic-abuse': abuseForm(flag),
      'flag-down': lowerForm(lower),
      samples: samplesForm(samples),
      signposts: signpostForm(signpost),
      'check-ins': checkInForm(checkIn),
      transfer: transferForm(transfer),
      'police-report': policeForm(police),
      'crime-number': crimeNumberForm(crimeNumber),
      'plan-task': planTaskForm(planTask),
    };
  }
}
