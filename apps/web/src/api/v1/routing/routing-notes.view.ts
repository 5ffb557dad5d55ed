import { ApiProperty } from '@nestjs/swagger';
import { TextProperty } from '../openapi/properties';
import { ChosenOtherwiseView } from './case-routing.view';

export class RoutingNoteView extends ChosenOtherwiseView {
  @TextProperty(
    'What was written; null when nothing was, or it cannot be opened.',
    'The sample centre said so',
    {
      nullable: true,
    },
  )
  note: string | null;
}

export class RoutingNotesView {
  @ApiProperty({ type: [RoutingNoteView] })
  items: RoutingNoteView[];
}
