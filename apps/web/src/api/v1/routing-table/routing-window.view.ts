import { BODY_STAGES, FORENSIC_ACTS, HEALTH_CARE, type RoutingTable } from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

class SourcedWindowView {
  @NumberProperty('Whole hours.', 168)
  hours: number;

  @DayProperty('From this day.')
  from: string;

  @DayProperty('Up to and without this day; null while it goes on.', NULLABLE)
  to: string | null;

  @CodeProperty(
    ['V', 'S', 'K'],
    'V was read at a public source or said by the centre; S is secondary; K is not confirmed.',
  )
  mark: string;

  @TextProperty('Where it stands.', 'Sample page of the sample centre')
  source: string;

  @DayProperty('When that was read.')
  readOn: string;
}

export class ForensicWindowView extends SourcedWindowView {
  @TextProperty('The window.', 'sample-window')
  id: string;

  @CodeProperty(FORENSIC_ACTS, 'After what.')
  act: string;

  @CodeProperty(['swab', 'blood', 'urine'], 'What is taken.')
  sample: string;

  @CodeProperty(BODY_STAGES, 'Before or after puberty.')
  stage: string;
}

export class HealthWindowView extends SourcedWindowView {
  @CodeProperty(HEALTH_CARE, 'Which care.')
  care: string;

  @CodesProperty(FORENSIC_ACTS, 'After any of these it is worth asking.')
  acts: string[];
}

type Sourced = Pick<RoutingTable['windows'][number], 'hours' | 'from' | 'to' | 'source'>;

/** A window with where its hours stand. */
export function sourced({ hours, from, to, source }: Sourced): SourcedWindowView {
  return { hours, from, to, mark: source.mark, source: source.text, readOn: source.readOn };
}
