import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';
import { SERVICE_PARTS, type ServicePartKey } from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const PARTS = Object.keys(SERVICE_PARTS) as readonly ServicePartKey[];
const ANSWERS = ['added', 'changed', 'same', 'refused'] as const;

/** Under the size of a body; a longer file is taken in on the command line. */
const LONGEST_FILE = 90_000;

export class ImportDirectoryBody {
  @TextProperty(
    'Whose file it is: the id of an organisation, `new` for one that is not here, `many` for a directory. Nothing in a file proves it.',
    'many',
    { maxLength: 36 },
  )
  @IsString()
  @MaxLength(36)
  @Matches(/^(?:new|many|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
    message: '$property must be new, many or the id of an organisation',
  })
  fileOf: string;

  @TextProperty('The file as it is: one service, a list, or a page of them.', '[]', {
    maxLength: LONGEST_FILE,
  })
  @IsString()
  @MaxLength(LONGEST_FILE)
  file: string;

  @YesNoProperty('Answers what would happen and changes nothing.', true)
  @IsBoolean()
  dryRun: boolean;
}

export class DirectoryFileView {
  @NumberProperty('How many services there are.', 14)
  total_items: number;

  @NumberProperty('How many pages: one holds them all.', 1)
  total_pages: number;

  @NumberProperty('Which page this is.', 1)
  page_number: number;

  @NumberProperty('How many services this page has.', 14)
  size: number;

  @YesNoProperty('Whether it is the first page.', true)
  first_page: boolean;

  @YesNoProperty('Whether it is the last page.', true)
  last_page: boolean;

  @YesNoProperty('Whether there is no service.', false)
  empty: boolean;

  @ApiProperty({
    description: 'Services in the words of Open Referral UK, with terms of our own as `waymark/…`.',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [{ id: '00000000-0000-7000-8000-000000000309', name: 'Sample service', status: 'active' }],
  })
  contents: readonly object[];
}

export class ImportReplyView {
  @NumberProperty('Which record of the file, from 1.', 1)
  place: number;

  @CodeProperty(ANSWERS, 'What became of it, or would.')
  answer: (typeof ANSWERS)[number];

  @TextProperty('The service; null where it was refused.', '00000000-0000-7000-8000-000000000309', {
    nullable: true,
  })
  serviceId: string | null;

  @CodesProperty(PARTS, 'Which parts changed.')
  parts: readonly ServicePartKey[];

  @ApiProperty({
    description: 'Districts that the file calls known and that somebody has to confirm, as codes.',
    type: [String],
    example: ['E07999999'],
  })
  toConfirm: readonly string[];

  @YesNoProperty('The file says otherwise of whether it is open; a file does not change that.', false)
  stateDiffers: boolean;

  @ApiProperty({ description: 'Why it was refused, a sentence each.', type: [String], example: [] })
  refused: readonly string[];
}

export class ImportRepliesView {
  @ApiProperty({ description: 'One for each record of the file, in its order.', type: [ImportReplyView] })
  replies: readonly ImportReplyView[];
}
