import { Module } from '@nestjs/common';
import { SignInController } from './sign-in.controller';
import { SignInFlow } from './sign-in-flow';

@Module({ controllers: [SignInController], providers: [SignInFlow] })
export class SignInModule {}
