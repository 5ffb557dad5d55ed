import { IsIn } from 'class-validator';
import { CodeProperty } from '../openapi/properties';

export const SHOWN = ['code', 'stop', 'third-party'] as const;

/** One thing that is sealed: the log says which was seen. */
export class RevealSealedBody {
  @CodeProperty(SHOWN, 'The code word, the stop word, or the name of the other person.')
  @IsIn(SHOWN)
  what: (typeof SHOWN)[number];
}
