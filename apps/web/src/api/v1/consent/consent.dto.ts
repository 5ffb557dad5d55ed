import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CONSENT_DAYS } from '#libs/casework';
import {
  AUTHORITIES,
  DATA_CLASSES,
  GIVERS,
  HOW_GIVEN,
  PURPOSES,
  type Authority,
  type DataClass,
  type Giver,
  type HowGiven,
  type Purpose,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';
import { DataClasses, RecipientBody } from './recipient.dto';

const OPTIONAL = { required: false };
const ANSWERS = ['given', 'refused'] as const;

export class RecordConsentBody extends RecipientBody {
  @CodeProperty(PURPOSES, 'What for.')
  @IsIn(PURPOSES)
  purpose: Purpose;

  @CodeProperty(ANSWERS, 'What was answered. A no needs no reason.')
  @IsIn(ANSWERS)
  decision: (typeof ANSWERS)[number];

  @DataClasses('What it was about, where the person chooses; left out with a no it is everything.', OPTIONAL)
  @MayBeOmitted()
  dataClasses?: DataClass[];

  @CodeProperty(GIVERS, 'Who answered.')
  @IsIn(GIVERS)
  giver: Giver;

  @CodeProperty(AUTHORITIES, 'What gives somebody else the authority to answer.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(AUTHORITIES)
  authority?: Authority;

  @TextProperty(
    'How you judged that they understand it, or cannot decide it; it is sealed.',
    'Asked to say it back',
    {
      ...OPTIONAL,
      maxLength: 1000,
    },
  )
  @MayBeOmitted()
  @CleanText({ max: 1000, min: 1 })
  assessment?: string;

  @CodeProperty(HOW_GIVEN, 'How they told us.')
  @IsIn(HOW_GIVEN)
  how: HowGiven;

  @ApiProperty({
    type: 'integer',
    enum: [...CONSENT_DAYS],
    required: false,
    description: 'For how many days it holds; left out, until it is withdrawn.',
    example: 90,
  })
  @MayBeOmitted()
  @IsIn(CONSENT_DAYS)
  days?: (typeof CONSENT_DAYS)[number];
}

export class WithdrawConsentBody extends RecipientBody {
  @CodeProperty(PURPOSES, 'What for.')
  @IsIn(PURPOSES)
  purpose: Purpose;

  @CodeProperty(DATA_CLASSES, 'What is taken back; everything when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(DATA_CLASSES)
  dataClass?: DataClass;

  @CodeProperty(GIVERS, 'Who takes it back; the person when left out. Nobody is asked why.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(GIVERS)
  giver?: Giver;

  @CodeProperty(HOW_GIVEN, 'How they told us.')
  @IsIn(HOW_GIVEN)
  how: HowGiven;
}
