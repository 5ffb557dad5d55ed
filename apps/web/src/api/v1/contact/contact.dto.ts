import { IsBoolean, IsIn, ValidateIf } from 'class-validator';
import {
  EXHAUSTED_BASES,
  INTERPRETER_GENDERS,
  LANGUAGES,
  WELFARE_CHECKS,
  WITHOUT_INTERPRETER,
  type ExhaustedBasis,
  type InterpreterGender,
  type Language,
  type WelfareCheck,
  type WithoutInterpreter,
} from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, IdProperty, InstantProperty, YesNoProperty } from '../openapi/properties';

export class PromiseCallBackBody {
  @InstantProperty('When the person wants to be called: within 30 days.')
  @IsZonedInstant()
  at: string;

  @IdProperty('The attempt at which they said so; left out when they said it in another way.', {
    required: false,
  })
  @ValidateIf((_, value) => value !== undefined)
  @SafeId()
  attemptId?: string;
}

export class ProposeExhaustedBody {
  @CodeProperty(EXHAUSTED_BASES, 'Why it is enough.')
  @IsIn(EXHAUSTED_BASES)
  basis: ExhaustedBasis;

  @CodeProperty(WELFARE_CHECKS, 'What the person said about a welfare check by police.')
  @IsIn(WELFARE_CHECKS)
  welfareCheck: WelfareCheck;
}

export class BookInterpreterBody {
  @CodeProperty(LANGUAGES, 'Which language.')
  @IsIn(LANGUAGES)
  language: Language;

  @CodeProperty(INTERPRETER_GENDERS, 'Who should interpret.')
  @IsIn(INTERPRETER_GENDERS)
  gender: InterpreterGender;

  @YesNoProperty('Whether the person asked for somebody from outside their own community.', false)
  @IsBoolean()
  outsideCommunity: boolean;

  @InstantProperty('The time of the call; null when none was to be had.', { nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsZonedInstant({ message: '$property must be a time with an offset, or null when none was to be had' })
  forAt: string | null;
}

export class WithoutInterpreterBody {
  @CodeProperty(WITHOUT_INTERPRETER, 'Why the call goes ahead without the interpreter whom the person needs.')
  @IsIn(WITHOUT_INTERPRETER)
  reason: WithoutInterpreter;
}
