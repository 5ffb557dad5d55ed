import { ApiProperty } from '@nestjs/swagger';
import { changedParts, isoOf, SERVICE_CHANGE_REASONS, SERVICE_PARTS } from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
} from '../openapi/properties';
import type { ServicePast } from './service-reader';
import { roomView, ServiceRoomView } from './service-room.view';
import { serviceSaidView, ServiceSaidView } from './service-said.view';

export class ServiceVersionView {
  @NumberProperty('Which version.', 2)
  version: number;

  @InstantProperty('From when it counts.')
  effectiveFrom: string;

  @InstantProperty('When it was written.')
  recordedAt: string;

  @IdProperty('Who wrote it; null for what came with the area.', { nullable: true })
  recordedBy: string | null;

  @CodeProperty(SERVICE_CHANGE_REASONS, 'Why.')
  reason: string;

  @CodesProperty(Object.keys(SERVICE_PARTS), 'Which parts differ from the version before.')
  changed: string[];

  @ApiProperty({ type: ServiceSaidView, description: 'What it said.' })
  said: ServiceSaidView;
}

export class StatedRoomView extends ServiceRoomView {
  @InstantProperty('When it was stated.')
  recordedAt: string;

  @IdProperty('Who stated it; null for what came with the area.', { nullable: true })
  recordedBy: string | null;
}

export class ServiceHistoryView {
  @IdProperty('The service.')
  id: string;

  @ApiProperty({ type: [ServiceVersionView], description: 'The newest first, 100 at the most.' })
  versions: ServiceVersionView[];

  @ApiProperty({
    type: [StatedRoomView],
    description: 'What was said of its room, the newest first, 100 at the most.',
  })
  room: StatedRoomView[];
}

export function serviceHistoryView(id: string, { versions, capacities }: ServicePast): ServiceHistoryView {
  return {
    id,
    versions: versions.map(({ service, effectiveFrom, recordedAt, recordedBy, reason }, index) => {
      const before = versions[index + 1]?.service;
      return {
        version: service.version,
        effectiveFrom: isoOf(effectiveFrom),
        recordedAt: isoOf(recordedAt),
        recordedBy,
        reason,
        changed: before === undefined ? [] : [...changedParts(before, service)],
        said: serviceSaidView(service),
      };
    }),
    room: capacities.map(({ recordedAt, recordedBy, ...stated }) => ({
      ...roomView(stated),
      recordedAt: isoOf(recordedAt),
      recordedBy,
    })),
  };
}
