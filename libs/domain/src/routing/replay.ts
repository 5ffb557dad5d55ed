import type { DirectoryService, SupportKind } from '../directory';
import type { Instant } from '../time';
import type { RoutingAnswer } from './decision';
import type { RoutingFacts, ServiceLoad } from './facts';
import { route } from './route';
import type { RoutingTable } from './table';

/** One person who was routed, as the tables are tried on them. */
export interface PastRoute {
  readonly at: Instant;
  readonly facts: RoutingFacts;
  /** Of the case; null for whoever may not see it. */
  readonly reference: string | null;
}

export interface RoutingReplay {
  readonly tried: number;
  /** People for whom at least one answer would have been another. */
  readonly elsewhere: number;
  /** Of the answers that change: to another service, now to a person who decides, no longer to one; new, or gone. */
  readonly toAnotherService: number;
  readonly nowDecidedByPerson: number;
  readonly noLongerDecidedByPerson: number;
  /** Answers about a kind that a rule puts first under one table and that the other does not answer at all. */
  readonly newlyAnswered: number;
  readonly noLongerAnswered: number;
  /** People who would be sent to the centre first, and were not, and the other way round. */
  readonly newlyFirst: number;
  readonly noLongerFirst: number;
  readonly byKind: readonly { readonly kind: SupportKind; readonly changed: number }[];
  /** References of those who would have gone elsewhere, oldest last; empty for whoever may not see cases. */
  readonly references: readonly string[];
}

/**
 * Who would have gone elsewhere under a draft: both tables on the same facts at the same moment, with the directory as
 * it stands. Walls and conflicts are left out of both, because they are kept with no decision; loads are not looked at,
 * for nobody knows any more how full a service was.
 */
export function replayRouting(
  past: readonly PastRoute[],
  tables: { current: RoutingTable; draft: RoutingTable; services: readonly DirectoryService[] },
): RoutingReplay {
  const compared = past.map((one) => compare(one, tables));
  const changes = compared.flatMap(({ changes: made }) => made);
  const count = (turn: Change['turn']) => changes.filter((change) => change.turn === turn).length;
  const kinds = [...new Set(changes.map(({ kind }) => kind))].toSorted();
  const moved = compared.filter((one) => one.changes.length > 0);
  return {
    tried: past.length,
    elsewhere: moved.length,
    toAnotherService: count('another-service'),
    nowDecidedByPerson: count('to-person'),
    noLongerDecidedByPerson: count('from-person'),
    newlyAnswered: count('newly-answered'),
    noLongerAnswered: count('no-longer-answered'),
    newlyFirst: compared.filter(({ first }) => first === 'newly').length,
    noLongerFirst: compared.filter(({ first }) => first === 'no-longer').length,
    byKind: kinds.map((kind) => ({ kind, changed: changes.filter((change) => change.kind === kind).length })),
    references: moved.flatMap(({ reference }) => (reference === null ? [] : [reference])),
  };
}

interface Change {
  readonly kind: SupportKind;
  readonly turn: 'another-service' | 'to-person' | 'from-person' | 'newly-answered' | 'no-longer-answered';
}

const NO_LOADS: readonly ServiceLoad[] = [];

function compare(
  { at, facts, reference }: PastRoute,
  { current, draft, services }: Parameters<typeof replayRouting>[1],
) {
  const input = { facts, services, loads: NO_LOADS, now: at };
  const was = route({ ...input, table: current });
  const will = route({ ...input, table: draft });
  const kinds = new Set([...was.answers, ...will.answers].map(({ kind }) => kind));
  const find = (answers: readonly RoutingAnswer[], kind: SupportKind) =>
    answers.find((answer) => answer.kind === kind);
  const changes = [...kinds].flatMap((kind): readonly Change[] => {
    const turn = turnOf(find(was.answers, kind), find(will.answers, kind));
    return turn === null ? [] : [{ kind, turn }];
  });
  const [before, after] = [was.first?.kind === 'sarc', will.first?.kind === 'sarc'];
  const first = before === after ? 'same' : after ? 'newly' : 'no-longer';
  return { reference, changes, first };
}

function turnOf(was: RoutingAnswer | undefined, will: RoutingAnswer | undefined): Change['turn'] | null {
  if (was === undefined || will === undefined)
    return was === undefined ? 'newly-answered' : 'no-longer-answered';
  const [before, after] = [goesTo(was), goesTo(will)];
  if (before === after) return null;
  if (after === null) return 'to-person';
  return before === null ? 'from-person' : 'another-service';
}

/** The service that would simply be asked; null when a person decides. */
function goesTo(answer: RoutingAnswer): string | null {
  if (answer.decidedBy !== null) return null;
  return answer.candidates[0]?.serviceId ?? null;
}
