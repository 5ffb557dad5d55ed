import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { localDate, retentionPreview, type Instant, type StaffActor } from '#libs/domain';
import { PostgresRetentionStore, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { RetentionPreviewQuery } from './retention.dto';
import { RetentionPreviewView, retentionPreviewView } from './retention.view';

/** As many records as are looked at for one preview. */
const MOST = 10_000;
const LAST_OF_DAY = 86_399_999;

@ApiTags('retention')
@ApiBearerAuth('bearer')
@Controller('/api/v1/retention')
export class RetentionController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-retention')
  @Answers({
    id: 'previewRetention',
    summary: 'How long records are kept, and what would be due on a day',
    description: 'Nothing is erased by asking.',
    type: RetentionPreviewView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  preview(
    @CurrentActor() actor: StaffActor,
    @Query() query: RetentionPreviewQuery,
  ): Promise<RetentionPreviewView> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const on = query.on ?? localDate(now, this.settings.area.timezone);
      const at = (Date.parse(`${on}T00:00:00Z`) + LAST_OF_DAY) as Instant;
      const store = new PostgresRetentionStore(manager);
      const schedule = await store.scheduleInForce(now);
      const standings = await store.ended({ before: at, limit: MOST });
      const preview = retentionPreview(schedule, { standings, at });
      return retentionPreviewView(preview, { version: schedule.version, on, actor });
    });
  }
}
