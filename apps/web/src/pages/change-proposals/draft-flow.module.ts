import { Module } from '@nestjs/common';
import { DraftFlow } from './draft-flow';

/** For every feature that drafts a change of a rule. */
@Module({ providers: [DraftFlow], exports: [DraftFlow] })
export class DraftFlowModule {}
