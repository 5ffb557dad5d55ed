import {
  LARGEST_SAMPLE,
  mayDo,
  sampleFault,
  type FigureSample,
  type FigureSampleId,
  type SampledFigure,
  type SampleFault,
  type SamplePurpose,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused } from '../outcome';
import type { FigureCases, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { askedEvent } from './figure-sample-events';
import { keepDrawn } from './keep-drawn';

export interface OpenFigureCasesInput {
  readonly figure: SampledFigure;
  readonly purpose: SamplePurpose;
}

export type OpenFigureCasesOutcome =
  { readonly kind: 'opened'; readonly id: FigureSampleId } | NotFound | Refused<SampleFault>;

/** An auditor opens the cases behind a figure, for a purpose: under names that no other opening gives them. */
export class OpenFigureCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly cases: FigureCases,
  ) {}

  execute(
    actor: StaffActor,
    input: OpenFigureCasesInput,
    repeatable: Repeatable,
  ): Promise<Once<OpenFigureCasesOutcome>> {
    return this.unitOfWork.once<OpenFigureCasesOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'opened' },
      (tx) => this.open(tx, actor, input),
    );
  }

  private async open(
    tx: Transaction,
    actor: StaffActor,
    input: OpenFigureCasesInput,
  ): Promise<OpenFigureCasesOutcome> {
    if (!mayDo(actor, 'draw-figure-sample')) return NOT_FOUND;
    const asked = { ...input, size: LARGEST_SAMPLE };
    const fault = sampleFault(asked, { wholeArea: false });
    if (fault !== null) return { kind: 'refused', reason: fault };
    const seal = await tx.figureSamples.newestSeal();
    const sample: FigureSample = {
      id: this.ids.next<FigureSampleId>(),
      ...asked,
      askedBy: actor.userId,
      askedAt: tx.now,
      askedUnderSeal: seal?.number ?? null,
      drawnAt: null,
    };
    await tx.figureSamples.add(sample);
    await tx.journal.append([askedEvent(sample)]);
    await keepDrawn(tx, sample, { by: actor.userId, seal, cases: this.cases });
    return { kind: 'opened', id: sample.id };
  }
}
