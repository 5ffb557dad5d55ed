import { DOOR_WORDS } from '../doors/door.copy';
import { DOORS } from '../doors/doors';
import type { WordsByType } from '../cases/event-words';

/** What the timeline of a case says of finding its person again. A pair that was matched is told of on its own page. */
export const MATCH_WORDS: WordsByType = {
  'case.told-again': ({ payload }) => {
    const door = DOORS.find(({ key }) => key === payload['door']);
    return {
      title: 'Told of again',
      detail: door ? `By: ${DOOR_WORDS[door.source].name.toLowerCase()}.` : '',
    };
  },
  'case.opened-again': () => ({
    title: 'Case open again',
    detail: 'It had been closed as a duplicate. Its clocks run to the times they always had.',
  }),
};
