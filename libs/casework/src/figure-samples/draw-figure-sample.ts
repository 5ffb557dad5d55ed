import { mayDo, mayDraw, type DrawRefusal, type FigureSampleId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound, type Refused } from '../outcome';
import type { FigureCases, Once, Repeatable, UnitOfWork } from '../ports';
import { keepDrawn } from './keep-drawn';

export type DrawFigureSampleOutcome =
  { readonly kind: 'drawn'; readonly id: FigureSampleId } | NotFound | Refused<DrawRefusal>;

/** An auditor draws a sample that was asked for, by a seed of a seal that was made since. */
export class DrawFigureSample {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: FigureCases,
  ) {}

  execute(
    actor: StaffActor,
    { id }: { readonly id: FigureSampleId },
    repeatable: Repeatable,
  ): Promise<Once<DrawFigureSampleOutcome>> {
    return this.unitOfWork.once<DrawFigureSampleOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'drawn' },
      async (tx) => {
        if (!mayDo(actor, 'draw-figure-sample')) return NOT_FOUND;
        const sample = await tx.figureSamples.lock(id);
        if (sample === null) return NOT_FOUND;
        const seal = await tx.figureSamples.newestSeal();
        const may = mayDraw(sample, seal?.number ?? null);
        if (may.kind === 'refused') return may;
        await keepDrawn(tx, sample, { by: actor.userId, seal, cases: this.cases });
        return { kind: 'drawn', id };
      },
    );
  }
}
