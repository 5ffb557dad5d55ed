import { IsIn } from 'class-validator';
import { SAID_BY, STOP_CAUSES, type SaidBy, type StopCause } from '#libs/domain';
import { CodeProperty } from '../openapi/properties';

export class StopContactBody {
  @CodeProperty(STOP_CAUSES, 'Why nothing may leave for the person any more.')
  @IsIn(STOP_CAUSES)
  cause: StopCause;
}

export class ResumeContactBody {
  @CodeProperty(SAID_BY, 'Who says that contact is safe and wanted again.')
  @IsIn(SAID_BY)
  saidBy: SaidBy;
}
