import { IsIn } from 'class-validator';
import { START_CORRECTION_REASONS, type StartCorrectionReason } from '#libs/casework';
import { CodeProperty, InstantProperty } from '../openapi/properties';
import { IsReportTime } from '../requests/report-time.validator';

export class CorrectedStartBody {
  @InstantProperty('When the person in fact reported.')
  @IsReportTime()
  reportedAt: string;

  @CodeProperty(START_CORRECTION_REASONS, 'Why the start was wrong.')
  @IsIn(START_CORRECTION_REASONS)
  reason: StartCorrectionReason;
}
