import { parseDate } from '../time';
import type { CivilDate, ServiceCapacity } from './service';

export const MOST_POSTS = 500;
export const MOST_OPEN_CASES = 10_000;

export type CapacityFault =
  'posts-out-of-range' | 'limit-out-of-range' | 'since-not-a-date' | 'since-in-the-future';

/** What makes a stated capacity impossible; posts are full-time equivalents in steps of a hundredth. */
export function capacityFaults(
  { posts, limit, listSince }: Pick<ServiceCapacity, 'posts' | 'limit' | 'listSince'>,
  { today }: { readonly today: CivilDate },
): readonly CapacityFault[] {
  const dated = parseDate(listSince) !== undefined;
  const faults: Readonly<Record<CapacityFault, boolean>> = {
    'posts-out-of-range': !(posts >= 0 && posts <= MOST_POSTS) || Number(posts.toFixed(2)) !== posts,
    'limit-out-of-range':
      limit !== null && !(Number.isInteger(limit) && limit >= 0 && limit <= MOST_OPEN_CASES),
    'since-not-a-date': !dated,
    'since-in-the-future': dated && listSince > today,
  };
  return (Object.keys(faults) as CapacityFault[]).filter((fault) => faults[fault]);
}
