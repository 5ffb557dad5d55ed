import type { Provider } from '@nestjs/common';
import {
  AcceptHandover,
  AcknowledgeAlert,
  AcknowledgeRedirect,
  AcknowledgeRisk,
  AcknowledgeUrgentPage,
  AddRoute,
  AnswerPoliceTask,
  AskCorrectedStart,
  AskPolice,
  AssignCases,
  ChangeSafeWords,
  ChangeStaff,
  ClaimCase,
  CloseHandover,
  DecideCheck,
  DecideProposal,
  DiscardDraft,
  FollowUpConversation,
  InviteStaff,
  KeepRota,
  KeepTeam,
  NoteAskedAgain,
  OfferHandover,
  OpenCase,
  OpenDraft,
  OpenTeamTask,
  PermitRoute,
  PreviewPromise,
  PromiseCallBack,
  ProposeChange,
  ProposeExhausted,
  RecordContactAttempt,
  RecordDeclinedOffer,
  RecordException,
  RecordInterpreterBooking,
  RedirectReferral,
  ReleaseClaim,
  RevealRoute,
  SaveDraft,
  ShowInitials,
  StartDraft,
  SubmitDraft,
  SubmitReferral,
  TakeBackRedirect,
  TakeCase,
  type Ids,
  type UnitOfWork,
  type Vault,
} from '#libs/casework';
import { PostgresUnitOfWork, SystemIds } from '#libs/persistence';

/** Every use case that a page or the API asks for, from A to Z, by what it needs besides a unit of work. */
const PLAIN: readonly (new (unitOfWork: UnitOfWork) => object)[] = [
  AcceptHandover,
  AcknowledgeAlert,
  AcknowledgeRisk,
  AcknowledgeUrgentPage,
  ChangeStaff,
  ClaimCase,
  CloseHandover,
  DecideProposal,
  DiscardDraft,
  NoteAskedAgain,
  PreviewPromise,
  ReleaseClaim,
  TakeBackRedirect,
  TakeCase,
];
const NAMING_RECORDS: readonly (new (unitOfWork: UnitOfWork, ids: Ids) => object)[] = [
  AskCorrectedStart,
  AskPolice,
  AssignCases,
  DecideCheck,
  FollowUpConversation,
  KeepRota,
  KeepTeam,
  OfferHandover,
  PermitRoute,
  PromiseCallBack,
  ProposeChange,
  ProposeExhausted,
  RecordContactAttempt,
  RecordDeclinedOffer,
  RecordException,
  RecordInterpreterBooking,
  RedirectReferral,
];
const OPENING_THE_VAULT: readonly (new (unitOfWork: UnitOfWork, vault: Vault) => object)[] = [
  AcknowledgeRedirect,
  ChangeSafeWords,
  OpenCase,
  OpenDraft,
  OpenTeamTask,
  RevealRoute,
  SaveDraft,
  ShowInitials,
];
const DOING_BOTH: readonly (new (unitOfWork: UnitOfWork, vault: Vault, ids: Ids) => object)[] = [
  AddRoute,
  AnswerPoliceTask,
  InviteStaff,
  StartDraft,
  SubmitDraft,
  SubmitReferral,
];

export function useCases(vault: Vault): Provider[] {
  const ids = new SystemIds();
  return [
    ...PLAIN.map((UseCase) => onWork(UseCase, (work) => new UseCase(work))),
    ...NAMING_RECORDS.map((UseCase) => onWork(UseCase, (work) => new UseCase(work, ids))),
    ...OPENING_THE_VAULT.map((UseCase) => onWork(UseCase, (work) => new UseCase(work, vault))),
    ...DOING_BOTH.map((UseCase) => onWork(UseCase, (work) => new UseCase(work, vault, ids))),
  ];
}

function onWork(
  provide: new (...parts: never[]) => object,
  useFactory: (work: PostgresUnitOfWork) => object,
): Provider {
  return { provide, inject: [PostgresUnitOfWork], useFactory };
}
