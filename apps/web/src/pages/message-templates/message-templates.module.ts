import { Module } from '@nestjs/common';
import { DraftFlow } from '../change-proposals/draft-flow';
import { MessageTemplatesController } from './message-templates.controller';

@Module({ controllers: [MessageTemplatesController], providers: [DraftFlow] })
export class MessageTemplatesModule {}
