import { IsIn } from 'class-validator';
import { BOARD_VIEWS, type BoardView } from '#libs/persistence';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

export class BoardPageQuery extends PageQuery {
  @CodeProperty(BOARD_VIEWS, 'Which cases; all when left out.', { required: false })
  @MayBeOmitted()
  @IsIn(BOARD_VIEWS)
  view?: BoardView;
}

export class PromisedCallsQuery {
  @InstantProperty('From this instant.')
  @IsZonedInstant()
  from: string;

  @InstantProperty('Up to this one, which is not included; four weeks later at the most.')
  @IsZonedInstant()
  to: string;
}
