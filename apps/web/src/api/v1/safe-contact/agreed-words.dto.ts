import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { TextProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

/** What was agreed for a call, with the referral or later. */
export class AgreedWordsBody {
  @TextProperty('What to say when somebody else answers.', 'Say it is about the library survey', {
    ...OPTIONAL,
    maxLength: 200,
  })
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  sayIfOtherAnswers?: string;

  @TextProperty('A word that only the person and the caller know.', 'lantern', { ...OPTIONAL, maxLength: 50 })
  @MayBeOmitted()
  @CleanText({ max: 50, min: 1 })
  codeWord?: string;
}
