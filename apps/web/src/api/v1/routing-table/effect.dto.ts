import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  ASK_REASONS,
  DECIDING_ROLES,
  RULE_PROMPTS,
  RULE_REJECTIONS,
  SUPPORT_KINDS,
  type AskReason,
  type DecidingRole,
  type EffectKind,
  type RulePrompt,
  type RuleRejection,
  type SupportKind,
} from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty } from '../openapi/properties';

const OPTIONAL = { required: false };
const MOST_SERVICES = 50;

const EFFECTS = [
  'put-first',
  'require-route',
  'prompt',
  'prefer',
  'only',
  'reject',
  'ask',
] as const satisfies readonly EffectKind[];

/** What a rule does; which of the other values it needs follows from its kind. */
export class RoutingEffectBody {
  @CodeProperty(EFFECTS, 'What should happen.')
  @IsIn(EFFECTS)
  kind: EffectKind;

  @CodeProperty(
    SUPPORT_KINDS,
    'With put-first, require-route, only and ask: which kind of support.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsIn(SUPPORT_KINDS)
  support?: SupportKind;

  @ApiProperty({
    type: [String],
    required: false,
    example: ['00000000-0000-7000-8000-00000000a001'],
    description: 'With prefer, only and reject: which services, the first one first.',
  })
  @MayBeOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SERVICES)
  @ArrayUnique()
  @SafeId({ each: true })
  services?: string[];

  @CodeProperty(RULE_REJECTIONS, 'With reject: why they are left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(RULE_REJECTIONS)
  rejectReason?: RuleRejection;

  @CodeProperty(DECIDING_ROLES, 'With ask: who decides.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(DECIDING_ROLES)
  role?: DecidingRole;

  @CodeProperty(ASK_REASONS, 'With ask: why a person decides.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(ASK_REASONS)
  askReason?: AskReason;

  @CodeProperty(RULE_PROMPTS, 'With prompt: what people should think of.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(RULE_PROMPTS)
  prompt?: RulePrompt;
}
