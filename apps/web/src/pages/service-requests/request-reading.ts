import { Injectable } from '@nestjs/common';
import type { Act, CaseId, ServiceRequest, ServiceRequestId, StaffActor, UserId } from '#libs/domain';
import { awayAmong, caseRequests, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { Colleagues } from '../colleagues/colleagues';
import { ConsentReading, type ConsentParts } from '../consent/consent-reading';
import { ServiceDirectory, type DirectoryNames } from './directory-names';
import type { RequestNames } from './request-card.page';

export type SupportParts = ConsentParts & {
  readonly requests: readonly ServiceRequest[];
  readonly directory: DirectoryNames;
  readonly names: RequestNames;
  /** Who of those that could answer for a request is away now. */
  readonly away: ReadonlySet<UserId>;
};

/** Reads the support of one case for a page: codes, times and names of services; nothing here opens a person's vault. */
@Injectable()
export class RequestReading {
  constructor(
    private readonly consent: ConsentReading,
    private readonly work: PostgresUnitOfWork,
    private readonly directory: ServiceDirectory,
    private readonly colleagues: Colleagues,
  ) {}

  async ofCase(actor: StaffActor, act: Act, id: CaseId): Promise<SupportParts> {
    const parts = await this.consent.ofCase(actor, act, id);
    const requests = await this.work.read(actor, (manager) => caseRequests(manager, id));
    const directory = await this.directory.read(actor);
    const { ownerUserId } = parts.summary;
    const people = [ownerUserId, ...requests.flatMap(({ managedBy, landedOn }) => [managedBy, landedOn])];
    const colleague = await this.colleagues.names(people, actor.userId);
    const answering = [...people, ...requests.map(({ allocatedTo }) => allocatedTo)];
    const away = await this.work.read(actor, (manager) => awayAmong(manager, answering));
    return { ...parts, requests, directory, names: requestNames(directory, colleague), away };
  }

  async one(
    actor: StaffActor,
    act: Act,
    { id, requestId }: { readonly id: CaseId; readonly requestId: ServiceRequestId },
  ): Promise<SupportParts & { readonly request: ServiceRequest }> {
    const parts = await this.ofCase(actor, act, id);
    const request = parts.requests.find((one) => one.id === requestId);
    if (request === undefined) throw notFound();
    return { ...parts, request };
  }
}

export function requestNames(directory: DirectoryNames, colleague: RequestNames['colleague']): RequestNames {
  return {
    kind: directory.kindName,
    service: ({ serviceId }) => directory.serviceOf(serviceId)?.service.name ?? null,
    agency: ({ agencyId }) => directory.agencyName(agencyId),
    colleague,
  };
}
