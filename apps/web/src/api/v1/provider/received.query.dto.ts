import { IsIn } from 'class-validator';
import type { CaseloadTab, InboxTab } from '#libs/persistence';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

const TABS = ['new', 'accepted', 'declined'] as const satisfies readonly InboxTab[];
const VIEWS = ['my', 'all', 'unassigned', 'closed'] as const satisfies readonly CaseloadTab[];

/** A page of an inbox. */
export class InboxQuery extends PageQuery {
  @CodeProperty(TABS, 'What became of them; new when left out.', { required: false })
  @MayBeOmitted()
  @IsIn(TABS)
  tab?: InboxTab;
}

/** A page of a caseload. */
export class CaseloadQuery extends PageQuery {
  @CodeProperty(VIEWS, 'Whose; all that is live when left out.', { required: false })
  @MayBeOmitted()
  @IsIn(VIEWS)
  view?: CaseloadTab;
}
