import { BODY_STAGES, FORENSIC_ACTS, HEALTH_CARE } from '#libs/domain';
import { CodeProperty, NumberProperty, TextProperty } from '../openapi/properties';

export const WINDOW_STATES = ['open', 'may-be-open', 'not-known', 'outside'] as const;

export class WindowReadingView {
  @CodeProperty(FORENSIC_ACTS, 'After what.')
  act: string;

  @CodeProperty(['swab', 'blood', 'urine'], 'What is taken.')
  sample: string;

  @CodeProperty(BODY_STAGES, 'Before or after puberty.')
  stage: string;

  @NumberProperty('Hours in which it is usual.', 168)
  hours: number;

  @CodeProperty(WINDOW_STATES, 'Outside means: ask the centre, they decide. It is never too late to ask.')
  state: string;

  @TextProperty('Where the hours were read.', 'Sample page, read 1 September 2026')
  source: string;
}

export class HealthReadingView {
  @CodeProperty(HEALTH_CARE, 'Which care.')
  care: string;

  @NumberProperty('Hours in which it helps.', 72)
  hours: number;

  @CodeProperty(WINDOW_STATES, 'Outside means: ask, they decide.')
  state: string;

  @TextProperty('Where the hours were read.', 'Sample page, read 1 September 2026')
  source: string;
}
