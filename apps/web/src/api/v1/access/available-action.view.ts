import { ApiProperty } from '@nestjs/swagger';

/** One thing the caller may do with a record as it stands, and where. */
export class AvailableActionView {
  @ApiProperty({ description: 'What it does, as a code.', example: 'record-attempt' })
  action: string;

  @ApiProperty({ enum: ['GET', 'POST'], example: 'POST' })
  method: 'GET' | 'POST';

  @ApiProperty({
    description: 'Where to send it.',
    example: '/api/v1/cases/00000000-0000-7000-8000-00000000a001/attempts',
  })
  href: string;
}

export interface PossibleAction {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly href: string;
  /** What the rules say for this caller and this record. */
  readonly may: boolean;
}

export function availableOf(possible: readonly PossibleAction[]): AvailableActionView[] {
  return possible.filter(({ may }) => may).map(({ action, method, href }) => ({ action, method, href }));
}
