import { ApiProperty } from '@nestjs/swagger';
import {
  ACCESS_CODES,
  CLOSURE_REASONS,
  COMMISSIONERS,
  EVIDENCE,
  SUPPORT_STAGES,
  WEEKDAYS,
} from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class ServiceCoverageView {
  @TextProperty('The district, as its code.', 'E07999999')
  district: string;

  @DayProperty('From this day.')
  from: string;

  @DayProperty('No longer from this day; null while no end is known.', NULLABLE)
  to: string | null;

  @CodeProperty(EVIDENCE, 'How well it is known; inferred and recalled wait for somebody to confirm them.')
  evidence: string;

  @TextProperty('What it rests on.', 'Sample page, read 1 September 2026')
  basis: string;
}

export class ServiceFundingView {
  @CodeProperty(COMMISSIONERS, 'What kind of body pays.')
  commissioner: string;

  @TextProperty('Which one.', 'Sample Integrated Care Board')
  name: string;

  @CodeProperty(SUPPORT_STAGES, 'For support of this stage.')
  stage: string;

  @DayProperty('From this day.')
  from: string;

  @DayProperty('No longer from this day; null while no end is known.', NULLABLE)
  to: string | null;
}

export class ServiceHoursView {
  @CodeProperty(WEEKDAYS, 'Which day of the week.')
  weekday: string;

  @TextProperty('Opens, by the clock of the service’s zone.', '09:00')
  opens: string;

  @TextProperty('Closes; 24:00 is the end of the day.', '17:00')
  closes: string;
}

export class ServiceOpeningView {
  @TextProperty('The IANA zone of its hours.', 'Europe/London')
  timezone: string;

  @ApiProperty({ type: [ServiceHoursView], description: 'A day that is not here is closed.' })
  hours: ServiceHoursView[];

  @YesNoProperty('Whether it closes on bank holidays.', true)
  closedOnBankHolidays: boolean;
}

export class ServiceClosureView {
  @DayProperty('Closed from this day.')
  from: string;

  @DayProperty('Open again on this day.')
  to: string;

  @CodeProperty(CLOSURE_REASONS, 'Why.')
  why: string;
}

export class ServicePlaceView {
  @TextProperty('Which place.', 'sample-place')
  id: string;

  @TextProperty('Its name.', 'Willow House, Sampleton')
  name: string;

  @TextProperty('The district it is in, as its code; null when nobody has said.', 'E07999999', NULLABLE)
  district: string | null;

  @NumberProperty('Degrees north; null when nobody has said.', 51.735, NULLABLE)
  latitude: number | null;

  @NumberProperty('Degrees east; null when nobody has said.', 0.47, NULLABLE)
  longitude: number | null;

  @CodesProperty(ACCESS_CODES, 'What is there for access.')
  access: string[];
}

export class ServiceInboxView {
  @IdProperty('The team that works here; null when none does.', NULLABLE)
  teamId: string | null;

  @TextProperty('E-mail address of the team, never of one person.', 'team@willow.example', NULLABLE)
  email: string | null;

  @TextProperty('Telephone of the team.', '01632 960 001', NULLABLE)
  phone: string | null;
}

export class ServiceAgesView {
  @NumberProperty('The youngest age, in whole years.', 18)
  from: number;

  @NumberProperty('The oldest; null where there is no upper age.', 120, NULLABLE)
  to: number | null;
}

export class ServiceSourceView {
  @TextProperty('Where it was read, or who said so.', 'Sample page, read 1 September 2026')
  text: string;

  @YesNoProperty('Whether it is invented, for trying Waymark out.', true)
  sample: boolean;
}
