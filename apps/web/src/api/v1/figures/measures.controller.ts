import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MEASURES, measureOf } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import {
  frameworkView,
  MeasureListView,
  measureView,
  MeasureView,
  OutcomesFrameworkView,
} from './measures.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures')
export class MeasuresController {
  constructor(@Inject(WEB_SETTINGS) private readonly settings: WebSettings) {}

  @ForAct('see-measures')
  @Answers({
    id: 'listMeasures',
    summary: 'What every figure means, and what is defined and not counted yet',
    type: MeasureListView,
  })
  @Get('/measures')
  list(): MeasureListView {
    return { items: MEASURES.map(measureView) };
  }

  @ForAct('see-measures')
  @Answers({
    id: 'readMeasure',
    summary: 'One measure: formula, numerator, denominator, what is left out, and who answers for it',
    type: MeasureView,
  })
  @Get('/measures/:measure')
  read(@Param('measure') id: string): MeasureView {
    const measure = measureOf(id);
    if (measure === undefined) throw notFound();
    return measureView(measure);
  }

  @ForAct('see-measures')
  @Answers({
    id: 'readOutcomesFramework',
    summary:
      'What the partnership asks of support and justice, what answers it, and who is sent each release',
    type: OutcomesFrameworkView,
  })
  @Get('/outcomes-framework')
  framework(): OutcomesFrameworkView {
    return frameworkView(this.settings.area.framework);
  }
}
