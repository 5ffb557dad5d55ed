import type { PagingLadderBody } from '#libs/casework';
import { pagingLadders } from '#libs/persistence';
import { lengthInWords } from '../../formatting/moments';
import type { ProposalView } from '../change-proposals/proposal-view';
import { factChanges, type RuleFact } from '../policies/rule-facts';
import { LADDER_EFFECT, LADDER_FORM, LADDER_LEVELS } from './paging-ladder.copy';

/** What a version of the ladder says, level by level. */
export function ladderFacts({ rungs }: PagingLadderBody): readonly RuleFact[] {
  return rungs.map(({ level, times, everySeconds }, index) => {
    const every = lengthInWords(everySeconds * 1_000);
    const last = index === rungs.length - 1;
    const who = LADDER_LEVELS[level];
    return {
      id: level,
      key: who.charAt(0).toUpperCase() + who.slice(1),
      lines: [
        last
          ? `Told every ${every} until somebody answers.`
          : `Told ${times === 1 ? 'once' : `${times} times`}, then ${every} until the next step.`,
      ],
    };
  });
}

export const pagingLadderView: ProposalView = {
  kind: 'paging-ladder',

  title: () => LADDER_FORM.title,

  async changes(manager, { basedOnVersion, body }) {
    const before = (await pagingLadders(manager)).find(({ version }) => version === basedOnVersion);
    return factChanges(before ? ladderFacts(before.body) : [], ladderFacts(body as PagingLadderBody));
  },

  preview: () => Promise.resolve([LADDER_EFFECT]),
};
