import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { NewRouteController } from './new-route.controller';
import { PermissionsController } from './permissions.controller';

@Module({ imports: [CasesModule], controllers: [NewRouteController, PermissionsController] })
export class SafeRoutesModule {}
