import { GLASS_REASONS } from '#libs/domain';
import { REASON_WORDS } from '../break-glass/break-glass.copy';
import type { WordsByType } from '../cases/event-words';

/** What the timeline of a case says of emergencies and suspects. That a wall stands is not on it. */
export const WALL_WORDS: WordsByType = {
  'break-glass.opened': ({ reason, at }) => {
    const known = GLASS_REASONS.find((code) => code === reason);
    return {
      title: 'Opened in an emergency',
      detail: `${known === undefined ? '' : `${REASON_WORDS[known]}. `}Open until ${at('untilAt')}.`,
    };
  },
  'suspect.recorded': () => ({ title: 'Who the suspect is was sealed' }),
};
