import { Inject, Injectable } from '@nestjs/common';
import {
  mayActOnRequest,
  type Act,
  type Instant,
  type RequestMinimum,
  type ServiceRequest,
  type ServiceRequestId,
  type ShareId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { awayAmong, openShareOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues, type NameOf } from '../colleagues/colleagues';
import { ServiceDirectory, type DirectoryNames } from '../service-requests/directory-names';

export interface ReceivedRequest {
  readonly actor: StaffActor;
  readonly request: ServiceRequest;
  /** Codes that the person agreed to show before anybody answers; null once it is over. */
  readonly minimum: RequestMinimum | null;
  readonly shareId: ShareId | null;
  readonly directory: DirectoryNames;
  readonly nameOf: NameOf;
  readonly away: ReadonlySet<UserId>;
  readonly districtName: (code: string) => string;
  readonly now: Instant;
  readonly timezone: string;
}

/** Reads one request for the people of the service that it was sent to. */
@Injectable()
export class ProviderReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly directory: ServiceDirectory,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /**
   * A request of another agency, one that was taken back and one behind a wall are not there. That somebody looked at
   * what the person agreed to show is recorded before it is read (P8).
   */
  async one(actor: StaffActor, act: Act, id: ServiceRequestId): Promise<ReceivedRequest> {
    const { request, now } = await this.work.run(actor, async (tx) => {
      const found = await tx.serviceRequests.find(id);
      if (found === null) throw notFound();
      const walls = await tx.walls.standing([found.personId]);
      if (!mayActOnRequest(actor, act, { request: found, walls })) throw notFound();
      const { personId, caseId } = found;
      await tx.accessLog.record([{ personId, caseId, what: 'needs', basis: 'share' }]);
      return { request: found, now: tx.now };
    });
    const minimum = await this.work.run(actor, (tx) => tx.serviceRequests.minimumOf(id));
    const shareId = await this.work.read(actor, (manager) => openShareOf(manager, request));
    const directory = await this.directory.read(actor);
    const nameOf = await this.colleagues.names([request.allocatedTo], actor.userId);
    const away = await this.work.read(actor, (manager) => awayAmong(manager, [request.allocatedTo]));
    const districtName = (code: string) => this.directory.districtName(code);
    const { timezone } = this.settings.area;
    return { actor, request, minimum, shareId, directory, nameOf, away, districtName, now, timezone };
  }
}
