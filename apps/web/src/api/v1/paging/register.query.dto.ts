import { IsIn } from 'class-validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty } from '../openapi/properties';
import { PageQuery } from './page.query.dto';

const SIDES = ['live', 'ended'] as const;

/** A page of a register: what still waits for somebody, or what is over. */
export class RegisterQuery extends PageQuery {
  @CodeProperty(SIDES, 'What still waits for somebody, or what is over; live when left out.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(SIDES)
  which?: (typeof SIDES)[number];
}

export function isLive({ which }: RegisterQuery): boolean {
  return which !== 'ended';
}
