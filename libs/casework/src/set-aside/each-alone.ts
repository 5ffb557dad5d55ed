import type { ServiceActor } from '#libs/domain';
import type { Transaction, UnitOfWork, WorkKind } from '../ports';

const FAULT = /^[A-Za-z0-9-]{1,40}$/;

/**
 * Works through rows in a transaction each, so that one that cannot be worked on holds up none of the others: it is set
 * aside, tried again later and shown to whoever looks after the service. `find` leaves out what is set aside, and `work`
 * locks its row and looks whether there still is something to do. Answers how many rows were found. Throws when a
 * failure cannot be noted: then nothing works, and the loop itself waits.
 */
export async function eachAlone<Id extends string>(
  unitOfWork: UnitOfWork,
  options: {
    readonly actor: ServiceActor;
    readonly kind: WorkKind;
    readonly find: (tx: Transaction) => Promise<readonly Id[]>;
    readonly work: (tx: Transaction, id: Id) => Promise<void>;
  },
): Promise<number> {
  const { actor, kind, find, work } = options;
  const ids = await unitOfWork.run(actor, find);
  for (const id of ids) {
    await orSetAside(unitOfWork, { actor, kind, id }, () =>
      unitOfWork.run(actor, async (tx) => {
        await work(tx, id);
        await tx.setAside.clear({ kind, ids: [id] });
      }),
    );
  }
  return ids.length;
}

/** Does one piece of work, or sets its row aside. */
export async function orSetAside(
  unitOfWork: UnitOfWork,
  { actor, kind, id }: { readonly actor: ServiceActor; readonly kind: WorkKind; readonly id: string },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await unitOfWork.run(actor, (tx) => tx.setAside.note({ kind, id, fault: faultOf(error) }));
  }
}

/** The code that PostgreSQL or Node gave, or the name of the error's class; its message may name somebody. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  const found = typeof code === 'string' ? code : error.constructor.name;
  return FAULT.test(found) ? found : 'unknown';
}
