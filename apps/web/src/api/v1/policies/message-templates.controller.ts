import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, templateVersions } from '#libs/persistence';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { MessageTemplatesView, templateVersionView } from './message-template.view';

@ApiTags('policies')
@ApiBearerAuth('bearer')
@Controller('/api/v1/message-templates')
export class MessageTemplatesController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-message-templates')
  @Answers({
    id: 'listMessageTemplates',
    summary: 'Every version of the texts that staff are written to',
    type: MessageTemplatesView,
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<MessageTemplatesView> {
    const versions = await this.unitOfWork.read(actor, (manager) => templateVersions(manager));
    return {
      items: versions.map((version, at) =>
        templateVersionView(version, {
          actor,
          newest: versions.findIndex(({ id }) => id === version.id) === at,
        }),
      ),
    };
  }
}
