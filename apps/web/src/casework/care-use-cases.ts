import type { Provider } from '@nestjs/common';
import {
  AddPlanTask,
  AnswerEquality,
  BookAppointment,
  ChangeAppointment,
  ChangeComplaint,
  ChangeRisk,
  ChangeSupportTask,
  CorrectOutcome,
  ListSharedCare,
  MoveReview,
  OpenSharedCare,
  PlanReview,
  RaiseRisk,
  ReadComplaintWords,
  ReadEquality,
  RecordComplaint,
  RecordFeedback,
  RecordNeeds,
  RecordOutcomes,
  RemindOfAppointment,
  type Vault,
} from '#libs/casework';
import type { CareSettings } from '#libs/domain';
import { PostgresUnitOfWork, SystemIds } from '#libs/persistence';

/** How support is kept up, under the numbers of the area. */
export function careUseCases(vault: Vault, care: CareSettings): Provider[] {
  const ids = new SystemIds();
  return [
    onWork(AddPlanTask, (work) => new AddPlanTask(work, vault, ids)),
    onWork(AnswerEquality, (work) => new AnswerEquality(work, ids)),
    onWork(BookAppointment, (work) => new BookAppointment(work, vault, ids)),
    onWork(ChangeAppointment, (work) => new ChangeAppointment(work, vault, ids)),
    onWork(ChangeComplaint, (work) => new ChangeComplaint(work)),
    onWork(ChangeRisk, (work) => new ChangeRisk(work, care)),
    onWork(ChangeSupportTask, (work) => new ChangeSupportTask(work, ids, care)),
    onWork(CorrectOutcome, (work) => new CorrectOutcome(work, ids, care)),
    onWork(ListSharedCare, (work) => new ListSharedCare(work)),
    onWork(MoveReview, (work) => new MoveReview(work, ids, care)),
    onWork(OpenSharedCare, (work) => new OpenSharedCare(work)),
    onWork(PlanReview, (work) => new PlanReview(work, ids, care)),
    onWork(RaiseRisk, (work) => new RaiseRisk(work, vault, ids, care)),
    onWork(ReadComplaintWords, (work) => new ReadComplaintWords(work, vault)),
    onWork(ReadEquality, (work) => new ReadEquality(work)),
    onWork(RecordComplaint, (work) => new RecordComplaint(work, vault, ids, care)),
    onWork(RecordFeedback, (work) => new RecordFeedback(work, ids)),
    onWork(RecordNeeds, (work) => new RecordNeeds(work, ids)),
    onWork(RecordOutcomes, (work) => new RecordOutcomes(work, ids, care)),
    onWork(RemindOfAppointment, (work) => new RemindOfAppointment(work, ids)),
  ];
}

function onWork(
  provide: new (...parts: never[]) => object,
  useFactory: (work: PostgresUnitOfWork) => object,
): Provider {
  return { provide, inject: [PostgresUnitOfWork], useFactory };
}
