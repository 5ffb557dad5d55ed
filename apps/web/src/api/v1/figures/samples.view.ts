import { ApiProperty } from '@nestjs/swagger';
import type { SampledCase } from '#libs/casework';
import {
  FIGURE_SPANS,
  isoOf,
  mayDo,
  SAMPLE_PURPOSES,
  SAMPLED_MEASURE_IDS,
  SAMPLED_MEASURES,
  sampledPartsOf,
  toldCounts,
  wholeAreaTable,
  type DisclosureRule,
  type StaffActor,
} from '#libs/domain';
import type { FigureSampleLine } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const IS_NULL = { nullable: true };
const HASH = '0000000000000000000000000000000000000000000000000000000000000000';

export class SampledMeasureView {
  @CodeProperty(SAMPLED_MEASURE_IDS, 'The measure.')
  measure: string;

  @ApiProperty({ type: [String], description: 'The parts that cases are drawn from.', example: ['missed'] })
  parts: readonly string[];

  @YesNoProperty('Whether a limit has to be named.', true)
  limbs: boolean;

  @CodesProperty(FIGURE_SPANS, 'Over how many months it is told of the whole area.')
  spans: string[];
}

export class SampledFigureView {
  @CodeProperty(SAMPLED_MEASURE_IDS, 'The measure.')
  measure: string;

  @TextProperty('The table that the figure stands in.', 'reach')
  table: string;

  @CodeProperty(FIGURE_SPANS, 'Over how many months.')
  span: string;

  @TextProperty('The last month.', '2026-09')
  until: string;

  @TextProperty('The row; null of the whole area.', 'E07999999', IS_NULL)
  value: string | null;

  @TextProperty('The limit; null of a measure without.', '24h', IS_NULL)
  limb: string | null;

  @TextProperty('The part.', 'missed')
  part: string;
}

export class SampleDrawView {
  @NumberProperty(
    'How many cases there were. For whoever pays: exact of the promise, of other measures as a release tells it, null where it is small.',
    40,
    IS_NULL,
  )
  population: number | null;

  @NumberProperty('How many were drawn; null where that would tell the population.', 20, IS_NULL)
  drawn: number | null;

  @NumberProperty(
    'The head of the journal that the seed comes of; null before anything was sealed.',
    41,
    IS_NULL,
  )
  seal: number | null;

  @TextProperty('The seed: SHA-256 of the sample and of the root of that head.', HASH)
  seed: string;

  @TextProperty('SHA-256 of the cases word for word.', HASH)
  sha256: string;
}

export class SampleSignatureView {
  @TextProperty('The key of the journal that it is signed with.', '0123456789abcdef')
  keyId: string;

  @TextProperty('Ed25519, in base64.', 'c2lnbmF0dXJl')
  signature: string;
}

export class SampleItemView {
  @IdProperty('The sample.')
  id: string;

  @ApiProperty({ type: SampledFigureView, description: 'The part of the figure that it is of.' })
  figure: SampledFigureView;

  @NumberProperty('How many cases were asked for.', 20)
  size: number;

  @CodeProperty(SAMPLE_PURPOSES, 'What they are looked at for.')
  purpose: string;

  @InstantProperty('When it was asked for.')
  askedAt: string;

  @InstantProperty('When it was drawn; null until then.', IS_NULL)
  drawnAt: string | null;

  @ApiProperty({ type: SampleDrawView, nullable: true, description: 'How it was drawn; null until then.' })
  draw: SampleDrawView | null;

  @ApiProperty({
    type: SampleSignatureView,
    nullable: true,
    description: 'Null until it is signed, a second or two after it was drawn.',
  })
  signature: SampleSignatureView | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SampleListView {
  @ApiProperty({ type: [SampledMeasureView], description: 'What cases can be drawn of.' })
  measures: SampledMeasureView[];

  @ApiProperty({ type: [SampleItemView], description: 'Newest first; the latest 100 that you may see.' })
  items: SampleItemView[];
}

export class CaseAttemptView {
  @InstantProperty('When.')
  at: string;

  @TextProperty('What came of it, as a code.', 'no-answer')
  outcome: string;
}

export class CaseExceptionView {
  @InstantProperty('From when.')
  from: string;

  @TextProperty('The recorded reason, as a code.', 'asked-to-wait')
  reason: string;
}

/** One case under a name of this sample: codes and times. What a measure does not tell of a case is null. */
export class SampledCaseView {
  @TextProperty('A name that no other sample gives it.', '0123456789')
  case: string;

  @TextProperty('In which part of the figure it is.', 'missed')
  state: string;

  @TextProperty('The limit.', '24h', IS_NULL)
  limb: string | null;

  @InstantProperty('When it began: reported, asked for, recorded or opened.', IS_NULL)
  startedAt: string | null;

  @InstantProperty('When the police handed over.', IS_NULL)
  submittedAt: string | null;

  @InstantProperty('Until when.', IS_NULL)
  dueAt: string | null;

  @InstantProperty('First conversation, first session, charge or delivery.', IS_NULL)
  metAt: string | null;

  @InstantProperty('When it ended.', IS_NULL)
  endedAt: string | null;

  @TextProperty('The kind of support that was waited for.', 'isva', IS_NULL)
  service: string | null;

  @TextProperty('The entitlement, version of the Code and timing.', 'sample-right (2021, enhanced)', IS_NULL)
  entitlement: string | null;

  @TextProperty('What a limit that was met rests on.', 'on-time', IS_NULL)
  basis: string | null;

  @TextProperty('Why it was missed.', 'tried-and-not-reached', IS_NULL)
  missReason: string | null;

  @TextProperty('Why it was cancelled.', 'redirected', IS_NULL)
  cancelledBecause: string | null;

  @ApiProperty({ type: [CaseAttemptView], description: 'Attempts, in their order.' })
  attempts: readonly CaseAttemptView[];

  @ApiProperty({ type: [CaseExceptionView], description: 'Recorded reasons to wait.' })
  exceptions: readonly CaseExceptionView[];
}

export class SampleView extends SampleItemView {
  @ApiProperty({
    type: [SampledCaseView],
    nullable: true,
    description: 'In the order that the seed gives them. Null until it is drawn, and for whoever pays.',
  })
  cases: SampledCaseView[] | null;
}

export class SampleStatementView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What is signed (waymark-figure-sample-1).',
    example: { format: 'waymark-figure-sample-1' },
  })
  signed: object;

  @ApiProperty({ type: SampleSignatureView, nullable: true, description: 'Null until it is signed.' })
  signature: SampleSignatureView | null;

  @TextProperty('The cases word for word, as their hash was taken (RFC 8785).', '{"cases":[]}')
  statement: string;
}

export class SampleMadeView {
  @IdProperty('The sample.')
  id: string;
}

interface Reader {
  readonly actor: StaffActor;
  readonly rule: DisclosureRule;
}

export function sampleListView(lines: readonly FigureSampleLine[], reader: Reader): SampleListView {
  return {
    measures: SAMPLED_MEASURE_IDS.map((measure) => ({
      measure,
      parts: sampledPartsOf(measure),
      limbs: SAMPLED_MEASURES[measure].limbs,
      spans: FIGURE_SPANS.filter((span) => wholeAreaTable(measure, span) !== undefined),
    })),
    items: lines.map((line) => sampleItemView(line, reader)),
  };
}

export function sampleView(
  line: FigureSampleLine,
  cases: readonly SampledCase[] | null,
  reader: Reader,
): SampleView {
  return { ...sampleItemView(line, reader), cases: cases?.map((one) => ({ ...one })) ?? null };
}

function sampleItemView({ sample, draw, signature }: FigureSampleLine, reader: Reader): SampleItemView {
  const { id, figure, size, purpose, askedAt, drawnAt } = sample;
  const path = `/api/v1/figures/samples/${id}`;
  const readsCases = mayDo(reader.actor, 'draw-figure-sample');
  return {
    id,
    figure: { ...figure },
    size,
    purpose,
    askedAt: isoOf(askedAt),
    drawnAt: drawnAt === null ? null : isoOf(drawnAt),
    draw: draw === null ? null : drawView(figure.measure, draw, { readsCases, rule: reader.rule }),
    signature,
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: true },
      { action: 'draw', method: 'POST', href: `${path}/draw`, may: readsCases && draw === null },
      {
        action: 'read-statement',
        method: 'GET',
        href: `${path}/statement`,
        may: readsCases && draw !== null,
      },
    ]),
  };
}

function drawView(
  measure: string,
  { population, drawn, seal, seed, sha256 }: NonNullable<FigureSampleLine['draw']>,
  to: { readonly readsCases: boolean; readonly rule: DisclosureRule },
): SampleDrawView {
  const told = toldCounts({ measure, population, drawn }, to);
  return {
    population: told.population,
    drawn: told.kind === 'exact' ? told.drawn : null,
    seal,
    seed,
    sha256,
  };
}
