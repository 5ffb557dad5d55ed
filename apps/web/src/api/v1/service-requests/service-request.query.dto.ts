import { IsIn } from 'class-validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

const WHICH = ['late', 'all'] as const;

/** A page of the desk's requests. */
export class DeskRequestsQuery extends PageQuery {
  @CodeProperty(WHICH, 'What is late or waits for a manager, or all that is live; late when left out.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(WHICH)
  which?: (typeof WHICH)[number];
}
