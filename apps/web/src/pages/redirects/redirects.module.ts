import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { RedirectsController } from './redirects.controller';

@Module({ imports: [CasesModule], controllers: [RedirectsController] })
export class RedirectsModule {}
