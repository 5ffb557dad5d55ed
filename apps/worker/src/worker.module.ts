import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import {
  AnswerCodeEvents,
  BeginSupportTasks,
  ExpireDrafts,
  FireDeadlines,
  FireDuties,
  FirePoliceTasks,
  FireRequests,
  FireSafeguarding,
  KeepAges,
  MatchReferrals,
  CarryOutErasures,
  JudgeAccess,
  MoveForHolidays,
  NoteOverdue,
  OpenMissingReviews,
  ReleaseCodeFigures,
  ReleaseCoverage,
  ReleaseReach,
  ReleaseWaitingFigures,
  SuggestErasures,
  StepUrgentPages,
  SweepConsent,
  type Vault,
} from '#libs/casework';
import { HighsAttacker } from '#libs/attacker';
import { loadAreaPack, type WorkerEnvironment } from '#libs/config';
import { SmtpTransport, type MailTransport } from '#libs/notifications';
import {
  dataSourceOptions,
  deskFactsOf,
  FileLedger,
  keyRingOf,
  MatchQueue,
  MessageStore,
  MessageTemplateReader,
  NO_OUTSIDE_LEDGER,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  PostgresWallWork,
  PromiseFactProjector,
  refuseChangedPack,
  refuseOtherArea,
  refusePrivilegedRole,
  SystemIds,
  wallDataSourceOptions,
} from '#libs/persistence';
import { openWakeUps, type WakeUpPort } from '#libs/queues';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { BoardUpkeep } from './board/board-upkeep';
import { PlannedTasks } from './check-ins/planned-tasks';
import { DutyClock } from './duties/duty-clock';
import { buildLoops, type WorkerSettings } from './build-loops';
import { KeyPool } from './key-pool';
import { CoverClock } from './leave/cover-clock';
import { faultForLog } from './logging/fault-for-log';
import { PersonWays } from './person-messages/person-ways';
import { SafeguardingClock } from './safeguarding/safeguarding-clock';
import { RequestClock } from './service-requests/request-clock';
import { suspectWatchOf } from './suspects/suspect-watch';
import { RecordKeeper } from './retention/record-keeper';
import { AccessWatch } from './unusual-access/access-watch';
import { ReachReleaseClock } from './reach/reach-release';
import { CodeRelease } from './code-figures/code-release';
import { CoverageRelease } from './coverage/coverage-release';
import { WaitingRelease } from './waiting-lists/waiting-release';
import { sealClockOf } from './journal-seals/seal-clock';
import { sampleSignerOf } from './figure-samples/sample-signer';
import { snapshotSignerOf } from './snapshots/snapshot-signer';
import { LOGGER, QUEUE, TRANSPORT, VAULT, WALL } from './tokens';
import { WorkerLoops } from './worker-loops';

/** Wires the worker from its environment: no HTTP, one data source on its own role. */
@Module({})
export class WorkerModule {
  static of(options: {
    environment: WorkerEnvironment;
    logger: Logger;
    settings: WorkerSettings;
  }): DynamicModule {
    const { environment, logger, settings } = options;
    const pack = loadAreaPack(environment.areaPack);
    const disclosure = { rule: pack.disclosure, attacker: new HighsAttacker() };
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(environment.workerDatabaseUrl)),
        TypeOrmModule.forRoot({ ...wallDataSourceOptions(environment.wallDatabaseUrl), name: WALL }),
      ],
      providers: [
        { provide: LOGGER, useValue: logger },
        ...database(environment),
        ...outside(environment, logger),
        {
          provide: WorkerLoops,
          inject: [
            DataSource,
            FireDeadlines,
            QUEUE,
            TRANSPORT,
            MessageStore,
            PostgresUnitOfWork,
            VAULT,
            PersonWays,
            PostgresWallWork,
          ],
          useFactory: (
            source: DataSource,
            fireDeadlines: FireDeadlines,
            queue: WakeUpPort,
            transport: MailTransport,
            messages: MessageStore,
            work: PostgresUnitOfWork,
            vault: Vault,
            people: PersonWays,
            wall: PostgresWallWork,
          ) =>
            new WorkerLoops(
              buildLoops({
                source,
                projector: new PromiseFactProjector(source),
                fireDeadlines,
                queue,
                transport,
                messages,
                templates: new MessageTemplateReader(source),
                expireDrafts: new ExpireDrafts(work, vault),
                stepUrgentPages: new StepUrgentPages(work),
                firePoliceTasks: new FirePoliceTasks(work),
                sweepConsent: new SweepConsent(work),
                noteOverdue: new NoteOverdue(work),
                moveForHolidays: new MoveForHolidays(work),
                matchQueue: new MatchQueue(source),
                matchReferrals: new MatchReferrals(work, vault, new SystemIds()),
                boardUpkeep: new BoardUpkeep(work),
                coverClock: new CoverClock(work, new SystemIds()),
                recordKeeper: recordKeeperOf({ environment, work, vault }),
                suspectWatch: suspectWatchOf({ source, work, wall, vault }),
                personMailer: people.mailer,
                plannedTasks: new PlannedTasks(
                  new BeginSupportTasks(work),
                  new OpenMissingReviews(work, new SystemIds(), loadAreaPack(environment.areaPack).care),
                ),
                dutyClock: new DutyClock(new AnswerCodeEvents(work)),
                fireDuties: new FireDuties(work),
                waitingRelease: new WaitingRelease(
                  new ReleaseWaitingFigures(work, pack.timezone, disclosure),
                  logger,
                ),
                accessWatch: new AccessWatch(new JudgeAccess(work, vault, pack.timezone)),
                reachRelease: new ReachReleaseClock(
                  new ReleaseReach(work, pack.timezone, disclosure),
                  logger,
                ),
                codeRelease: new CodeRelease(new ReleaseCodeFigures(work, pack.timezone, disclosure), logger),
                sealClock: sealClockOf({ source, environment, logger }),
                sampleSigner: sampleSignerOf({ source, environment }),
                snapshotSigner: snapshotSignerOf({ source, environment }),
                coverageRelease: new CoverageRelease(new ReleaseCoverage(work, pack, disclosure), logger),
                requestClock: new RequestClock(new FireRequests(work, new SystemIds())),
                safeguardingClock: new SafeguardingClock(
                  new FireSafeguarding(work),
                  new KeepAges(work, vault, new SystemIds()),
                ),
                logger,
                publicUrl: environment.publicUrl,
                tellingWords: loadAreaPack(environment.areaPack).tellingWords,
                settings,
              }),
            ),
        },
      ],
    };
  }
}

function database(environment: WorkerEnvironment) {
  return [
    {
      provide: PostgresUnitOfWork,
      inject: [DataSource],
      useFactory: async (source: DataSource) => {
        await refusePrivilegedRole(source);
        const pack = loadAreaPack(environment.areaPack);
        await refuseOtherArea(source, pack.id);
        await refuseChangedPack((sql, values) => source.query(sql, [...values]), pack);
        const desk = deskFactsOf(pack);
        return new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk });
      },
    },
    {
      provide: PostgresWallWork,
      inject: [getDataSourceToken(WALL)],
      useFactory: async (source: DataSource) => {
        await refusePrivilegedRole(source);
        return new PostgresWallWork(source);
      },
    },
    {
      provide: FireDeadlines,
      inject: [PostgresUnitOfWork],
      useFactory: (work: PostgresUnitOfWork) => new FireDeadlines(work, new SystemIds()),
    },
    {
      provide: MessageStore,
      inject: [DataSource, VAULT],
      useFactory: (source: DataSource, vault: Vault) => new MessageStore(source, vault),
    },
  ];
}

function recordKeeperOf({
  environment: { erasureLedger, masterKeys },
  work,
  vault,
}: {
  environment: WorkerEnvironment;
  work: PostgresUnitOfWork;
  vault: Vault;
}): RecordKeeper {
  const ledger =
    erasureLedger === undefined ? NO_OUTSIDE_LEDGER : new FileLedger(erasureLedger, keyRingOf(masterKeys));
  return new RecordKeeper(
    new CarryOutErasures(work, vault, ledger),
    new SuggestErasures(work, new SystemIds()),
  );
}

/** Keys, queue and mail. */
function outside(environment: WorkerEnvironment, logger: Logger) {
  return [
    {
      provide: KeyPool,
      useFactory: () => new KeyPool(new Pool({ connectionString: environment.keysDatabaseUrl, max: 3 })),
    },
    {
      provide: VAULT,
      inject: [KeyPool],
      useFactory: ({ pool }: KeyPool) => new PostgresVault(pool, keyRingOf(environment.masterKeys)),
    },
    {
      provide: QUEUE,
      useFactory: () =>
        openWakeUps({
          environment: environment.queue,
          onFailure: ({ code, error }) =>
            logger.warn({ code, fault: faultForLog(error) }, 'the queue reports a fault'),
        }),
    },
    {
      provide: PersonWays,
      inject: [PostgresUnitOfWork, VAULT],
      useFactory: (work: PostgresUnitOfWork, vault: Vault) =>
        new PersonWays(environment, { work, vault, logger }),
    },
    {
      provide: TRANSPORT,
      useFactory: () => new SmtpTransport({ smtpUrl: environment.smtpUrl, from: environment.mailFrom }),
    },
  ];
}
