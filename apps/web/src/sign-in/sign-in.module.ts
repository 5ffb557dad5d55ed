import { Module } from '@nestjs/common';
import { SignInController } from './sign-in.controller';
import { SignInAgainController } from './sign-in-again.controller';
import { SignInFlow } from './sign-in-flow';

@Module({ controllers: [SignInController, SignInAgainController], providers: [SignInFlow] })
export class SignInModule {}
