import { Module } from '@nestjs/common';
import { DraftFlow } from '../change-proposals/draft-flow';
import { MessageTemplatesController } from './message-templates.controller';
import { PersonTemplatesController } from './person-templates.controller';

@Module({ controllers: [PersonTemplatesController, MessageTemplatesController], providers: [DraftFlow] })
export class MessageTemplatesModule {}
