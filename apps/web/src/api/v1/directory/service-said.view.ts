import { ApiProperty } from '@nestjs/swagger';
import {
  ACCESS_CODES,
  ELIGIBILITY,
  GENDERS_SERVED,
  REACHED_BY,
  SUPPORT_KINDS,
  SUPPORT_STAGES,
  WORKER_GENDERS,
  type DirectoryService,
} from '#libs/domain';
import { CodeProperty, CodesProperty, TextProperty, YesNoProperty } from '../openapi/properties';
import {
  ServiceAgesView,
  ServiceClosureView,
  ServiceCoverageView,
  ServiceFundingView,
  ServiceInboxView,
  ServiceOpeningView,
  ServicePlaceView,
  ServiceSourceView,
} from './service-parts.view';

export const SERVICE_STATES = ['open', 'retired'] as const;

/** What one version of a service said. */
export class ServiceSaidView {
  @TextProperty('Its name.', 'Willow: counselling')
  name: string;

  @CodeProperty(SUPPORT_KINDS, 'What it offers.')
  kind: string;

  @CodeProperty(SERVICE_STATES, 'Whether it is in the directory.')
  state: string;

  @CodeProperty(REACHED_BY, 'How a request reaches it.')
  reachedBy: string;

  @CodeProperty(SUPPORT_STAGES, 'When in somebody’s way it is.')
  stage: string;

  @ApiProperty({ type: ServiceSourceView })
  source: ServiceSourceView;

  @ApiProperty({ type: ServiceAgesView })
  ages: ServiceAgesView;

  @CodesProperty(GENDERS_SERVED, 'Whom it serves.')
  genders: string[];

  @YesNoProperty('Whether it has a space for women only.', false)
  womenOnlySpace: boolean;

  @CodesProperty(WORKER_GENDERS, 'Which gender of worker people can ask for; empty when nobody has said.')
  workerGenders: string[];

  @CodesProperty(ELIGIBILITY, 'Whom it takes.')
  eligibility: string[];

  @ApiProperty({
    type: [String],
    example: ['en', 'bfi'],
    description: 'Languages of its staff, as BCP 47 tags.',
  })
  languages: string[];

  @YesNoProperty('Whether it books interpreters.', true)
  interpreters: boolean;

  @CodesProperty(ACCESS_CODES, 'What it offers for access.')
  access: string[];

  @ApiProperty({ type: [ServiceCoverageView] })
  coverage: ServiceCoverageView[];

  @ApiProperty({ type: ServiceOpeningView })
  opening: ServiceOpeningView;

  @ApiProperty({ type: [ServiceClosureView] })
  closures: ServiceClosureView[];

  @ApiProperty({ type: [ServicePlaceView] })
  places: ServicePlaceView[];

  @ApiProperty({ type: ServiceInboxView })
  inbox: ServiceInboxView;

  @ApiProperty({ type: [ServiceFundingView] })
  funding: ServiceFundingView[];
}

export function serviceSaidView(service: DirectoryService): ServiceSaidView {
  const { opening, locations, inbox, ages, source } = service;
  return {
    name: service.name,
    kind: service.kind,
    state: service.state,
    reachedBy: service.reachedBy,
    stage: service.stage,
    source: { text: source.text, sample: source.sample },
    ages: { from: ages.from, to: ages.to },
    genders: [...service.genders],
    womenOnlySpace: service.womenOnlySpace,
    workerGenders: [...service.workerGenders],
    eligibility: [...service.eligibility],
    languages: [...service.languages],
    interpreters: service.interpreters,
    access: [...service.access],
    coverage: service.coverage.map(({ district, from, to, evidence, basis }) => ({
      district,
      from,
      to,
      evidence,
      basis,
    })),
    opening: openingView(opening),
    closures: service.closures.map(({ from, to, why }) => ({ from, to, why })),
    places: locations.map(({ id, name, district, position, access }) => ({
      id,
      name,
      district,
      latitude: position?.lat ?? null,
      longitude: position?.long ?? null,
      access: [...access],
    })),
    inbox: { teamId: inbox.teamId, email: inbox.email, phone: inbox.phone },
    funding: service.funding.map(({ commissioner, name, stage, from, to }) => ({
      commissioner,
      name,
      stage,
      from,
      to,
    })),
  };
}

function openingView({ timezone, schedule, holidays }: DirectoryService['opening']): ServiceOpeningView {
  const hours = Object.entries(schedule).flatMap(([weekday, spans]) =>
    spans.map(([opens, closes]) => ({ weekday, opens, closes })),
  );
  return { timezone, hours, closedOnBankHolidays: holidays.length > 0 };
}
