import { IsIn } from 'class-validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

export const BOARD_VIEWS = ['all', 'mine', 'unassigned', 'overdue'] as const;

export class BoardPageQuery extends PageQuery {
  @CodeProperty(BOARD_VIEWS, 'Which cases; all when left out.', { required: false })
  @MayBeOmitted()
  @IsIn(BOARD_VIEWS)
  view?: (typeof BOARD_VIEWS)[number];
}
