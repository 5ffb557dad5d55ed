import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OpenFigureCases, type Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { OPEN_REFUSALS } from '../../../pages/figure-samples/figure-samples.copy';
import { hasFigure } from '../../../pages/figure-samples/has-figure';
import { casesAsked } from '../../../pages/figure-samples/open-cases.form';
import { FiguresReader } from '../../../pages/live-figures/figures-reader';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { NO_SUCH_FIGURE } from './live-figures.copy';
import { OpenCasesBody } from './samples.dto';
import { SampleMadeView } from './samples.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/cases')
export class FigureCasesApiController {
  constructor(
    private readonly figures: FiguresReader,
    private readonly openCases: OpenFigureCases,
  ) {}

  @ForAct('draw-figure-sample')
  @ActAnswers({
    id: 'openFigureCases',
    summary: 'Open the cases behind one live figure, for a purpose',
    description:
      'At most 100, as codes and times, under names that are made for this opening and kept nowhere. The journal has who opened them and what for; read the sample for the cases.',
    type: SampleMadeView,
    status: 201,
  })
  @Post()
  async open(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { value = '', limb = '', ...body }: OpenCasesBody,
  ): Promise<SampleMadeView> {
    const months = await this.figures.offeredMonths();
    const { figure, input, errors } = casesAsked({ ...body, value, limb }, { months });
    if (figure === null) throw invalidInput([{ field: 'table', message: NO_SUCH_FIGURE }]);
    if (!(await hasFigure(this.figures, actor, figure)))
      throw invalidInput([{ field: value === '' ? 'limb' : 'value', message: NO_SUCH_FIGURE }]);
    if (input === null) throw invalidInput(errors);
    return { id: done(await this.openCases.execute(actor, input, repeatable), OPEN_REFUSALS).id };
  }
}
