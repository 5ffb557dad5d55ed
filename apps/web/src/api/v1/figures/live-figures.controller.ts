import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { LIVE_TABLE_IDS, type StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../../errors/problem';
import { readFigure } from '../../../pages/live-figures/explain/explain-figure.form';
import { explainedFigure } from '../../../pages/live-figures/explain/explained-figure';
import { FiguresReader } from '../../../pages/live-figures/figures-reader';
import { readFigures, type FiguresChoice } from '../../../pages/live-figures/live-figures.form';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { ExplainedFigureView, explainedFigureView } from './explained-figure.view';
import { NO_SUCH_TABLE, WAY_OUT } from './live-figures.copy';
import { AskedOfMonths, AskedOfOneFigure } from './live-figures.query';
import { LiveTableListView, liveTableListView, LiveTableView, liveTableView } from './live-figures.view';

type Given = Readonly<Record<string, unknown>>;

/** Live figures for programs of those who run the service: what the pages show, from the same functions. */
@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/live')
export class LiveFiguresApiController {
  constructor(private readonly figures: FiguresReader) {}

  @ForAct('see-live-figures')
  @Answers({
    id: 'listLiveTables',
    summary: 'The tables of live figures that there are, and the months they can end with',
    type: LiveTableListView,
  })
  @Get()
  async list(): Promise<LiveTableListView> {
    return liveTableListView(await this.figures.offeredMonths());
  }

  @ForAct('see-live-figures')
  @Answers({
    id: 'readLiveTable',
    summary: 'One table of live figures, with the numbers of each cell',
    description:
      'Provisional, with small counts as they are: not to be passed on. What is no table is refused with the one that there is.',
    type: LiveTableView,
    problems: [400, 401, 404, 422],
  })
  @AskedOfMonths()
  @Get('/:table')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('table') table: string,
    @Query() given: Given,
  ): Promise<LiveTableView> {
    const months = await this.figures.offeredMonths();
    const choice = readFigures({ ...given, table: knownTable(table) }, { months });
    if (choice.errors.length > 0) throw refused(choice);
    return liveTableView(await this.figures.read(actor, choice.asked));
  }

  @ForAct('see-live-figures')
  @Answers({
    id: 'explainLiveFigure',
    summary: 'How one live figure was worked out: definition, parts that add up, versions, the other limit',
    description: 'Each cell of a table names its own address. What is no figure of the table is not found.',
    type: ExplainedFigureView,
    problems: [400, 401, 404, 422],
  })
  @AskedOfOneFigure()
  @Get('/:table/explain')
  async explain(
    @CurrentActor() actor: StaffActor,
    @Param('table') table: string,
    @Query() given: Given,
  ): Promise<ExplainedFigureView> {
    const months = await this.figures.offeredMonths();
    const choice = readFigure({ ...given, table: knownTable(table) }, { months });
    if (choice.kind === 'not-found') throw notFound();
    if (choice.kind === 'refused') throw refused(choice.choice);
    const { figure, live } = choice;
    const reading = await this.figures.read(actor, figure);
    const explained = explainedFigure(reading, { figure, live });
    if (explained === undefined) throw notFound();
    return explainedFigureView(reading, { figure, live, explained });
  }
}

function knownTable(table: string): string {
  if (LIVE_TABLE_IDS.some((one) => one === table)) return table;
  throw new Problem('not-found', { detail: NO_SUCH_TABLE(LIVE_TABLE_IDS.join(', ')) });
}

function refused({ asked: { table, span, until }, errors }: FiguresChoice): Problem {
  const query = new URLSearchParams({ span, until }).toString();
  return new Problem('invalid-input', {
    detail: WAY_OUT(`/api/v1/figures/live/${table}?${query}`),
    errors,
  });
}
