import {
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
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { askedEvent } from './figure-sample-events';

export interface AskFigureSampleInput {
  readonly figure: SampledFigure;
  readonly size: number;
  readonly purpose: SamplePurpose;
}

export type AskFigureSampleOutcome =
  { readonly kind: 'asked'; readonly id: FigureSampleId } | NotFound | Refused<SampleFault>;

/** Whoever pays asks for cases of a figure to be looked at; an auditor draws and reads them. */
export class AskFigureSample {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: AskFigureSampleInput,
    repeatable: Repeatable,
  ): Promise<Once<AskFigureSampleOutcome>> {
    return this.unitOfWork.once<AskFigureSampleOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      async (tx) => {
        if (!mayDo(actor, 'ask-figure-sample')) return NOT_FOUND;
        const fault = sampleFault(input, { wholeArea: true });
        if (fault !== null) return { kind: 'refused', reason: fault };
        const seal = await tx.figureSamples.newestSeal();
        const sample: FigureSample = {
          id: this.ids.next<FigureSampleId>(),
          ...input,
          askedBy: actor.userId,
          askedAt: tx.now,
          askedUnderSeal: seal?.number ?? null,
          drawnAt: null,
        };
        await tx.figureSamples.add(sample);
        await tx.journal.append([askedEvent(sample)]);
        return { kind: 'asked', id: sample.id };
      },
    );
  }
}
