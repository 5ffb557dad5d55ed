import { Inject, Injectable } from '@nestjs/common';
import { NoteExport, ReadShare, type ShareRead } from '#libs/casework';
import {
  csvOf,
  EXPORT_COLUMNS,
  exportRow,
  mayContact,
  weeksWaited,
  type ExportFacts,
  type Instant,
  type ServiceRequest,
  type ServiceRequestId,
  type StaffActor,
} from '#libs/domain';
import {
  exportable,
  openShareOf,
  PostgresUnitOfWork,
  sharedCodes,
  type ExportChoice,
  type SharedCodes,
} from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { cardHoursInWords } from '../safe-contact/hours-in-words';
import { ServiceDirectory } from '../service-requests/directory-names';

type Read = Extract<ShareRead, { kind: 'read' }>;

/**
 * Makes the file for a service's own system. That each request leaves is noted on it first, and what was looked at of
 * each person is recorded before it is read (P8); whoever has taken their agreement back meanwhile is not in it (P6).
 */
@Injectable()
export class ExportReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly noteExport: NoteExport,
    private readonly readShare: ReadShare,
    private readonly directory: ServiceDirectory,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** Null when nothing may leave. */
  async csv(actor: StaffActor, choice: ExportChoice): Promise<string | null> {
    const { timezone } = this.settings.area;
    const shared = await this.withShare(actor, choice);
    const noted = new Set(await this.noteExport.execute(actor, [...shared.keys()]));
    const { serviceOf } = await this.directory.read(actor);
    const rows: (readonly string[])[] = [];
    for (const [id, { request, shareId }] of shared) {
      if (!noted.has(id)) continue;
      const read = await this.readShare.execute(actor, shareId);
      if (read.kind === 'not-found') continue;
      const { codes, now } = await this.work.read(actor, async (manager, at) => ({
        codes: await sharedCodes(manager, request.personId),
        now: at,
      }));
      const service = serviceOf(request.serviceId)?.service.name ?? '';
      rows.push(exportRow(factsOf({ request, read, codes, service, now }), timezone));
    }
    return rows.length === 0 ? null : csvOf([EXPORT_COLUMNS, ...rows]);
  }

  /** Accepted requests about whom something is open to the agency just now. */
  private async withShare(actor: StaffActor, choice: ExportChoice) {
    const ids = await this.work.read(actor, (manager) => exportable(manager, choice));
    const found = new Map<
      ServiceRequestId,
      { request: ServiceRequest; shareId: NonNullable<ServiceRequest['shareId']> }
    >();
    for (const id of ids) {
      const request = await this.work.run(actor, (tx) => tx.serviceRequests.find(id));
      if (request === null) continue;
      const shareId = await this.work.read(actor, (manager) => openShareOf(manager, request));
      if (shareId !== null) found.set(id, { request, shareId });
    }
    return found;
  }
}

function factsOf(found: {
  readonly request: ServiceRequest;
  readonly read: Read;
  readonly codes: SharedCodes;
  readonly service: string;
  readonly now: Instant;
}): ExportFacts {
  const { request, read, codes, service, now } = found;
  const { names, card, dataClasses } = read;
  const planned = (step: ServiceRequest['step']) => (request.step === step ? request.dueAt : null);
  return {
    reference: request.reference,
    requestId: request.id,
    service,
    kind: request.kind,
    state: request.state,
    band: request.band,
    weeksWaited: weeksWaited(request, now),
    acceptedAt: request.decidedAt,
    startedAt: request.startedAt,
    startDueAt: planned('start'),
    reviewedAt: request.reviewedAt,
    reviewDueAt: planned('review'),
    endedAt: request.endedAt,
    ending: request.ending,
    shared: dataClasses,
    nameToAskFor: names?.identity?.nameToAskFor ?? null,
    fullName: names?.identity?.fullName ?? null,
    bornOn: names?.identity?.bornOn ?? null,
    phones: phonesOf(read, now),
    safeTimes: card === null ? null : cardHoursInWords(card).join(' '),
    sayIfOtherAnswers: names?.words?.sayIfOtherAnswers ?? null,
    ageBand: codes.person?.ageBand ?? null,
    languageNeed: codes.person?.languageNeed ?? null,
    offenceGroups: codes.incidents.map(({ offenceGroup }) => offenceGroup),
    whenBands: codes.incidents.map(({ whenBand }) => whenBand),
    relationships: codes.incidents.map(({ relationship }) => relationship),
    reportedToPoliceAt: codes.reports.find(({ byPolice }) => byPolice)?.reportedAt ?? null,
    crimeReference: names?.crimeReference ?? null,
  };
}

/** Numbers that may be called at this instant: one that may not is in no file (P5). */
function phonesOf({ card, names }: Read, now: Instant): ExportFacts['phones'] {
  if (card === null || names === null) return [];
  return card.routes.flatMap((route) => {
    const value = names.routes.find(({ routeId }) => routeId === route.id)?.value;
    const may = mayContact({ card, routeId: route.id, channel: 'call', now });
    if (value === undefined || may.kind !== 'may') return [];
    const { text, voicemail } = route.permissions;
    return [{ value, mayText: text === 'yes', mayLeaveVoicemail: voicemail === 'yes' }];
  });
}
