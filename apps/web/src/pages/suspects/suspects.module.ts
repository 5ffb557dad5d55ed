import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ConflictsController } from './conflicts.controller';
import { SuspectsController } from './suspects.controller';

@Module({ imports: [CasesModule], controllers: [SuspectsController, ConflictsController] })
export class SuspectsModule {}
