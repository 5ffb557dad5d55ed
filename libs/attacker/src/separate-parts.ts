import type { LinearRow } from './linear-model';
import type { ReadSum, WhatIsRead } from './what-is-read';

/** What hangs together: nothing outside tells anything of it. */
export interface ReadPart {
  /** Places in the cells of the whole. */
  readonly cells: readonly number[];
  readonly sums: readonly ReadSum[];
  readonly shares: readonly LinearRow[];
}

/** Numbers that are known to the last one tie nothing together. */
export function separateParts({ cells, sums, shares }: WhatIsRead): readonly ReadPart[] {
  const open = (at: number) => cells[at]!.least < cells[at]!.most;
  const ofSum = ({ total, parts }: ReadSum) => [total, ...parts];
  const ofShare = ({ terms }: LinearRow) => terms.map(([column]) => column);
  const group = cells.map((_, at) => at);
  const groupOf = (at: number): number => {
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const tied of [...sums.map(ofSum), ...shares.map(ofShare)]) {
    const [first, ...rest] = tied.filter(open);
    if (first !== undefined) for (const at of rest) group[groupOf(at)] = groupOf(first);
  }
  const parts = new Map<number, { cells: number[]; sums: ReadSum[]; shares: LinearRow[] }>();
  cells.forEach((_, at) => {
    const part = parts.get(groupOf(at)) ?? { cells: [], sums: [], shares: [] };
    part.cells.push(at);
    parts.set(groupOf(at), part);
  });
  const home = (tied: readonly number[]) => parts.get(groupOf(tied.find(open) ?? tied[0]!))!;
  for (const sum of sums) home(ofSum(sum)).sums.push(sum);
  for (const share of shares) home(ofShare(share)).shares.push(share);
  return [...parts.values()].map((part) => {
    const tied = [...part.cells, ...part.sums.flatMap(ofSum), ...part.shares.flatMap(ofShare)];
    return { ...part, cells: [...new Set(tied)] };
  });
}
