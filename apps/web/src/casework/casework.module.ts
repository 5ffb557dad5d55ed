import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AcceptHandover,
  AssignCases,
  ClaimCase,
  CloseHandover,
  OfferHandover,
  ReleaseClaim,
  ShowInitials,
  AcknowledgeAlert,
  AcknowledgeRedirect,
  AcknowledgeRisk,
  AcknowledgeUrgentPage,
  AddRoute,
  AnswerPoliceTask,
  AskCorrectedStart,
  AskPolice,
  ChangeStaff,
  ChangeSafeWords,
  DecideCheck,
  FollowUpConversation,
  PromiseCallBack,
  ProposeExhausted,
  RecordInterpreterBooking,
  DecideProposal,
  DiscardDraft,
  InviteStaff,
  KeepRota,
  KeepTeam,
  NoteAskedAgain,
  OpenCase,
  OpenDraft,
  OpenTeamTask,
  PermitRoute,
  PreviewPromise,
  ProposeChange,
  RecordContactAttempt,
  RecordDeclinedOffer,
  RecordException,
  RedirectReferral,
  RevealRoute,
  SaveDraft,
  StartDraft,
  SubmitDraft,
  SubmitReferral,
  TakeBackRedirect,
  TakeCase,
  type Ids,
  type UnitOfWork,
  type Vault,
} from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  dataSourceOptions,
  deskFactsOf,
  PolicyCache,
  PostgresUnitOfWork,
  refusePrivilegedRole,
  SystemIds,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { AREA_PACK, REPORTS, VAULT } from './tokens';

export interface CaseworkParts {
  readonly webDatabaseUrl: string;
  readonly reportDatabaseUrl: string;
  readonly pack: AreaPack;
  readonly vault: Vault;
}

type NewUseCase = new (unitOfWork: UnitOfWork, ids: Ids) => object;
type PlainUseCase = new (unitOfWork: UnitOfWork) => object;
type SealingUseCase = new (unitOfWork: UnitOfWork, vault: Vault, ids: Ids) => object;

const NEW: readonly NewUseCase[] = [
  FollowUpConversation,
  PromiseCallBack,
  ProposeExhausted,
  RecordInterpreterBooking,
  AssignCases,
  OfferHandover,
  AskPolice,
  PermitRoute,
  KeepRota,
  KeepTeam,
  RecordDeclinedOffer,
  RedirectReferral,
  RecordContactAttempt,
  RecordException,
  AskCorrectedStart,
  DecideCheck,
  ProposeChange,
];
const PLAIN: readonly PlainUseCase[] = [
  AcceptHandover,
  ClaimCase,
  CloseHandover,
  ReleaseClaim,
  AcknowledgeRisk,
  AcknowledgeUrgentPage,
  ChangeStaff,
  DiscardDraft,
  PreviewPromise,
  AcknowledgeAlert,
  NoteAskedAgain,
  TakeBackRedirect,
  TakeCase,
  DecideProposal,
];
const SEALING: readonly SealingUseCase[] = [
  ChangeSafeWords,
  AcknowledgeRedirect,
  ShowInitials,
  AddRoute,
  AnswerPoliceTask,
  OpenTeamTask,
  InviteStaff,
  OpenDraft,
  SaveDraft,
  StartDraft,
  SubmitDraft,
  SubmitReferral,
  OpenCase,
  RevealRoute,
];

/** The use cases, on the web process's own database roles: one for casework, one that sees only figures. */
@Module({})
export class CaseworkModule {
  static of({ webDatabaseUrl, reportDatabaseUrl, pack, vault }: CaseworkParts): DynamicModule {
    const useCases = [
      ...NEW.map((useCase) => ({
        provide: useCase,
        inject: [PostgresUnitOfWork],
        useFactory: (work: PostgresUnitOfWork) => new useCase(work, new SystemIds()),
      })),
      ...PLAIN.map((useCase) => ({
        provide: useCase,
        inject: [PostgresUnitOfWork],
        useFactory: (work: PostgresUnitOfWork) => new useCase(work),
      })),
      ...SEALING.map((useCase) => ({
        provide: useCase,
        inject: [PostgresUnitOfWork],
        useFactory: (work: PostgresUnitOfWork) => new useCase(work, vault, new SystemIds()),
      })),
    ];
    const providers = [
      { provide: VAULT, useValue: vault },
      { provide: AREA_PACK, useValue: pack },
      {
        provide: PostgresUnitOfWork,
        inject: [DataSource],
        useFactory: async (source: DataSource) => {
          await refusePrivilegedRole(source);
          return new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
        },
      },
      ...useCases,
    ];
    return {
      module: CaseworkModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(webDatabaseUrl)),
        TypeOrmModule.forRoot({ ...dataSourceOptions(reportDatabaseUrl, { poolSize: 3 }), name: REPORTS }),
      ],
      providers,
      exports: providers,
    };
  }
}
