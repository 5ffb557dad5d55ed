import type { Wall, WallTarget } from './wall';

type Standing = Pick<Wall, 'kind' | 'target' | 'sparedUserId' | 'sparesLeads'>;

/**
 * Whether the same walls stand around two people, so that whoever may see one may see the other: only then may their
 * records be joined. A wall that keeps two people apart is never the same as another: its other half names one of them.
 */
export function sameWalls(one: readonly Standing[], other: readonly Standing[]): boolean {
  const apart = [...one, ...other].some(({ target }) => target.kind === 'apart');
  return !apart && isCovered(one, other) && isCovered(other, one);
}

function isCovered(walls: readonly Standing[], by: readonly Standing[]): boolean {
  const there = new Set(by.map(wordOf));
  return walls.every((wall) => there.has(wordOf(wall)));
}

function wordOf({ kind, target, sparedUserId, sparesLeads }: Standing): string {
  return [kind, target.kind, idOf(target), sparedUserId ?? '', String(sparesLeads)].join(' ');
}

function idOf(target: WallTarget): string {
  switch (target.kind) {
    case 'user':
      return target.userId;
    case 'team':
      return target.teamId;
    case 'agency':
      return target.agencyId;
    case 'apart':
      return target.fromPersonId;
  }
}
