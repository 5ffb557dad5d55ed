import { FIGURE_SPANS, LIVE_TABLE_IDS, SAMPLE_PURPOSES, SAMPLED_MEASURE_IDS } from '#libs/domain';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, NumberProperty, TextProperty } from '../openapi/properties';

const MONTH = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;
const MONTH_WORDS = { message: 'until must be written YYYY-MM, such as 2026-09' };
const OPTIONAL = { required: false, maxLength: 60 };

/** Which part of a figure cases are drawn from. */
class SampledFigureBody {
  @CodeProperty(SAMPLED_MEASURE_IDS, 'The measure.')
  @IsIn(SAMPLED_MEASURE_IDS)
  measure: string;

  @CodeProperty(FIGURE_SPANS, 'Over how many months.')
  @IsIn(FIGURE_SPANS)
  span: string;

  @TextProperty('The last month.', '2026-09')
  @CleanText({ max: 7 }, MONTH_WORDS)
  @Matches(MONTH, MONTH_WORDS)
  until: string;

  @TextProperty('The limit, of measures that have one.', '24h', OPTIONAL)
  @MayBeOmitted()
  @CleanText({ max: 60, min: 1 })
  limb?: string;

  @TextProperty('The part of the figure, of those that the list names for the measure.', 'missed', {
    maxLength: 60,
  })
  @CleanText({ max: 60, min: 1 })
  part: string;

  @CodeProperty(SAMPLE_PURPOSES, 'What the cases are looked at for.')
  @IsIn(SAMPLE_PURPOSES)
  purpose: string;
}

export class AskSampleBody extends SampledFigureBody {
  @NumberProperty('How many cases.', 20, { minimum: 5, maximum: 100 })
  @IsInt()
  @Min(5)
  @Max(100)
  size: number;
}

export class OpenCasesBody extends SampledFigureBody {
  @CodeProperty(LIVE_TABLE_IDS, 'The table that the figure stands in.')
  @IsIn(LIVE_TABLE_IDS)
  table: string;

  @TextProperty('The row, of tables that have one for each value.', 'E07999999', OPTIONAL)
  @MayBeOmitted()
  @CleanText({ max: 60, min: 1 })
  value?: string;
}
