import type {
  ExpireDrafts,
  FireDeadlines,
  FireTimers,
  FirePoliceTasks,
  MatchReferrals,
  MoveForHolidays,
  NoteOverdue,
  StepUrgentPages,
  SweepConsent,
  TimerKind,
} from '#libs/casework';
import type { MailTransport } from '#libs/notifications';
import {
  serviceClock,
  WakeUpStore,
  type MatchQueue,
  type MessageStore,
  type MessageTemplateReader,
  type PromiseFactProjector,
} from '#libs/persistence';
import type { WakeUpPort } from '#libs/queues';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { BoardUpkeep } from './board/board-upkeep';
import { ConsentClock } from './consent/consent-clock';
import { DraftExpiry } from './drafts/draft-expiry';
import { Figures } from './figures/figures';
import { HolidayMover } from './holidays/holiday-mover';
import type { PlannedTasks } from './check-ins/planned-tasks';
import type { DutyClock } from './duties/duty-clock';
import type { CoverClock } from './leave/cover-clock';
import { Loop } from './loop/loop';
import { Mailer } from './mail/mailer';
import type { SafeguardingClock } from './safeguarding/safeguarding-clock';
import type { PersonMailer } from './person-messages/person-mailer';
import { Matcher } from './matching/matcher';
import { OverdueClock } from './overdue/overdue-clock';
import { TaskClock } from './police-tasks/task-clock';
import type { RecordKeeper } from './retention/record-keeper';
import type { RequestClock } from './service-requests/request-clock';
import { SetAsideWatch } from './set-aside/set-aside-watch';
import { FireTogether } from './timers/fire-together';
import { Horizon } from './timers/horizon';
import { Pressure } from './timers/pressure';
import { Sweep } from './timers/sweep';
import { WakeUpProcessor, type TimersOfKind } from './timers/wake-up.processor';
import { Pager } from './urgent-pages/pager';
import type { SampleSigner } from './figure-samples/sample-signer';
import type { SnapshotSigner } from './snapshots/snapshot-signer';
import { SuspectWatch } from './suspects/suspect-watch';
import type { SealClock } from './journal-seals/seal-clock';
import type { WaitingRelease } from './waiting-lists/waiting-release';
import type { CodeRelease } from './code-figures/code-release';
import type { AccessWatch } from './unusual-access/access-watch';
import type { ReachReleaseClock } from './reach/reach-release';
import type { CoverageRelease } from './coverage/coverage-release';
import type { WorkerParts } from './worker-loops';

export interface WorkerSettings {
  /** Off only to show that the queue fires on its own; every worker that serves anybody sweeps. */
  readonly sweep: boolean;
  /** How long a healthy queue has before the sweep takes an overdue timer; a worker without a queue waits for none. */
  readonly graceMilliseconds: number;
}

export const SETTINGS: WorkerSettings = { sweep: true, graceMilliseconds: 750 };

export interface LoopParts {
  readonly source: DataSource;
  readonly projector: PromiseFactProjector;
  readonly fireDeadlines: FireDeadlines;
  readonly queue: WakeUpPort;
  readonly transport: MailTransport;
  readonly messages: MessageStore;
  readonly templates: MessageTemplateReader;
  readonly expireDrafts: ExpireDrafts;
  readonly stepUrgentPages: StepUrgentPages;
  readonly moveForHolidays: MoveForHolidays;
  readonly firePoliceTasks: FirePoliceTasks;
  readonly sweepConsent: SweepConsent;
  readonly noteOverdue: NoteOverdue;
  readonly matchQueue: MatchQueue;
  readonly matchReferrals: MatchReferrals;
  readonly boardUpkeep: BoardUpkeep;
  readonly coverClock: CoverClock;
  readonly recordKeeper: RecordKeeper;
  readonly suspectWatch: SuspectWatch;
  readonly personMailer: PersonMailer;
  readonly safeguardingClock: SafeguardingClock;
  readonly requestClock: RequestClock;
  readonly plannedTasks: PlannedTasks;
  readonly dutyClock: DutyClock;
  readonly fireDuties: FireTimers;
  readonly waitingRelease: WaitingRelease;
  readonly codeRelease: CodeRelease;
  readonly accessWatch: AccessWatch;
  readonly reachRelease: ReachReleaseClock;
  /** Null where another worker seals. */
  readonly sealClock: SealClock | null;
  readonly coverageRelease: CoverageRelease;
  /** Null where another worker signs. */
  readonly sampleSigner: SampleSigner | null;
  readonly snapshotSigner: SnapshotSigner | null;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly tellingWords: readonly string[];
  readonly settings: WorkerSettings;
}

const LOOK_AGAIN_MILLISECONDS = 100;

/**
 * Everything a worker repeats, each on its own timer. Deadlines and urgent pages never wait; the rest is patient while
 * many deadlines are due at once.
 */
export function buildLoops(parts: LoopParts): WorkerParts {
  const {
    source,
    projector,
    fireDeadlines,
    queue,
    transport,
    messages,
    templates,
    logger,
    publicUrl,
    tellingWords,
    settings,
  } = parts;
  const graceMilliseconds = queue.mode === 'none' ? 0 : settings.graceMilliseconds;
  const timersOf = (kind: TimerKind, timers: FireTimers): TimersOfKind & { readonly timers: FireTimers } => {
    const store = new WakeUpStore(source, kind);
    return { timers, store, together: new FireTogether(timers, store, logger), pressure: new Pressure() };
  };
  const deadline = timersOf('deadline', fireDeadlines);
  const duty = timersOf('duty', parts.fireDuties);
  const { pressure } = deadline;
  const sweep = new Sweep({ ...deadline, queue, logger, graceMilliseconds });
  const dutySweep = new Sweep({ ...duty, queue: null, logger, graceMilliseconds });
  const horizon = new Horizon({ source, stores: [deadline.store, duty.store], queue, logger });
  const figures = new Figures(projector);
  const mailer = new Mailer({ messages, templates, transport, publicUrl, tellingWords, logger });
  const draftExpiry = new DraftExpiry(parts.expireDrafts);
  const pager = new Pager(parts.stepUrgentPages);
  const holidays = new HolidayMover(parts.moveForHolidays);
  const matcher = new Matcher(parts.matchQueue, parts.matchReferrals);
  const taskClock = new TaskClock(parts.firePoliceTasks);
  const consentClock = new ConsentClock(parts.sweepConsent);
  const overdueClock = new OverdueClock(parts.noteOverdue);
  const setAside = new SetAsideWatch(source, logger);
  const { sealClock, sampleSigner, snapshotSigner } = parts;
  const loop = (name: string, round: () => Promise<number>) => new Loop({ name, round, logger });
  const patient = (name: string, round: () => Promise<number>) =>
    loop(name, () => (pressure.othersWait ? Promise.resolve(LOOK_AGAIN_MILLISECONDS) : round()));
  return {
    queue,
    transport,
    processor: new WakeUpProcessor(() => serviceClock(source), { deadline, duty }),
    loops: [
      ...(settings.sweep
        ? [loop('sweep', () => sweep.round()), patient('duty-sweep', () => dutySweep.round())]
        : []),
      ...(queue.mode === 'none' ? [] : [patient('horizon', () => horizon.round())]),
      loop('urgent-pages', () => pager.round()),
      patient('holidays', () => holidays.round()),
      patient('drafts', () => draftExpiry.round()),
      patient('police-tasks', () => taskClock.round()),
      patient('consent', () => consentClock.round()),
      patient('safeguarding', () => parts.safeguardingClock.round()),
      patient('service-requests', () => parts.requestClock.round()),
      patient('planned-tasks', () => parts.plannedTasks.round()),
      patient('duties', () => parts.dutyClock.round()),
      patient('overdue', () => overdueClock.round()),
      patient('suspects', () => parts.suspectWatch.round()),
      patient('board', () => parts.boardUpkeep.round()),
      patient('cover', () => parts.coverClock.round()),
      patient('records', () => parts.recordKeeper.round()),
      patient('set-aside', () => setAside.round()),
      patient('matching', () => matcher.round()),
      patient('figures', () => figures.round()),
      ...(sealClock === null ? [] : [patient('journal-seals', () => sealClock.round())]),
      ...(sampleSigner === null ? [] : [patient('sample-signer', () => sampleSigner.round())]),
      ...(snapshotSigner === null ? [] : [patient('snapshot-signer', () => snapshotSigner.round())]),
      patient('waiting-release', () => parts.waitingRelease.round()),
      patient('code-release', () => parts.codeRelease.round()),
      patient('unusual-access', () => parts.accessWatch.round()),
      patient('reach-release', () => parts.reachRelease.round()),
      patient('coverage-release', () => parts.coverageRelease.round()),
      patient('mail', () => mailer.round()),
      patient('person-messages', () => parts.personMailer.round()),
    ],
  };
}
