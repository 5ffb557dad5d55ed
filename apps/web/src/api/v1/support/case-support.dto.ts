import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn } from 'class-validator';
import {
  LOWERINGS,
  SAID_HOW,
  SIGNPOSTED,
  type Lowering,
  type SaidHow,
  type SignpostKind,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

/** Anybody else's word that the person reported is not enough. */
const TOLD_BY = ['person-themselves'] as const;

export class FlagDomesticAbuseBody {
  @TextProperty(
    'What makes you say so: a few words, without an account of what happened. They are sealed.',
    'Sample words',
    { maxLength: 500 },
  )
  @CleanText({ max: 500, min: 1 })
  why: string;

  @DayProperty('When somebody looks at it again: later than today, within three months.')
  @IsRealDate()
  reviewOn: string;
}

export class LowerDomesticAbuseBody {
  @CodeProperty(LOWERINGS, 'Why the flag does not stand any more.')
  @IsIn(LOWERINGS)
  lowering: Lowering;
}

export class RecordSamplesBody {
  @DayProperty('When they were taken.')
  @IsRealDate()
  takenOn: string;

  @DayProperty('Until when they are kept, as the referral centre said.')
  @IsRealDate()
  keptUntil: string;

  @YesNoProperty('Whether the person agreed to be reminded before then; false when nobody has asked.', false)
  @IsBoolean()
  remind: boolean;
}

export class RecordSignpostBody {
  @CodesProperty(SIGNPOSTED, 'What the person was told of.')
  @ArrayMinSize(1)
  @ArrayMaxSize(SIGNPOSTED.length)
  @ArrayUnique()
  @IsIn(SIGNPOSTED, { each: true })
  kinds: SignpostKind[];

  @CodeProperty(SAID_HOW, 'How.')
  @IsIn(SAID_HOW)
  givenHow: SaidHow;

  @InstantProperty('When.')
  @IsZonedInstant()
  givenAt: string;
}

export class PromiseCheckInBody {
  @DayProperty('The day that the person named: later than today, within three years.')
  @IsRealDate()
  on: string;

  @CodeProperty(SAID_HOW, 'How the person asked for it.')
  @IsIn(SAID_HOW)
  saidHow: SaidHow;
}

export class OfferTransferBody {
  @TextProperty('The service of the other area, as it is called there. It is sealed.', 'Sample service', {
    maxLength: 100,
  })
  @CleanText({ max: 100, min: 1 })
  to: string;

  @CodeProperty(SAID_HOW, 'How the person agreed to go there: without that nothing is handed over.')
  @IsIn(SAID_HOW)
  agreedHow: SaidHow;
}

export class CheckCrimeNumberBody {
  @TextProperty('The crime number, as you read it yourself. It is sealed.', 'ZZ/000000/26', {
    maxLength: 100,
  })
  @CleanText({ max: 100, min: 1 })
  crimeReference: string;
}

export class RecordPoliceReportBody extends CheckCrimeNumberBody {
  @IdProperty('Which force: one of the forces that the case lists.')
  @SafeId()
  policeAgencyId: string;

  @DayProperty('When the person reported it.')
  @IsRealDate()
  reportedOn: string;

  @CodeProperty(TOLD_BY, 'Who told us of the report.')
  @IsIn(TOLD_BY)
  toldBy: (typeof TOLD_BY)[number];
}
