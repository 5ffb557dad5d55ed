import {
  mayChangeKept,
  outcomeChanges,
  standingScores,
  type CareSettings,
  type OutcomeScore,
} from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import type { KeeperOf } from '../case-records/keepers';
import { keepsAt, type RecordDoor, type RecordsView } from '../case-records/record-pages';
import type { NameOf } from '../colleagues/colleagues';
import { CHANGE_WORDS, NO_SCORE_WORDS, OUTCOMES } from './outcomes.copy';

export function outcomesPage(
  door: RecordDoor,
  parts: {
    readonly scores: readonly OutcomeScore[];
    readonly nameOf: NameOf;
    readonly keeperOf: KeeperOf;
    readonly care: CareSettings;
  },
): RecordsView {
  const { now, timezone } = door;
  const { scores, nameOf, keeperOf, care } = parts;
  const path = `${door.base}/outcomes`;
  const records = keepsAt(door, 'record-outcomes');
  const standing = new Set(standingScores(scores).map(({ id }) => id));
  const { lowest, highest } = care.outcomeScale;
  return {
    title: OUTCOMES.title,
    intro: OUTCOMES.intro(lowest, highest),
    acts: records ? [{ text: OUTCOMES.add, href: `${path}/new` }] : [],
    sections: [
      {
        title: OUTCOMES.changes,
        columns: OUTCOMES.changeColumns,
        nothing: OUTCOMES.noChanges,
        rows:
          scores.length === 0
            ? []
            : outcomeChanges(scores).map(({ measure, first, last, direction }) => ({
                cells: [
                  care.outcomeWords[measure],
                  first === null ? OUTCOMES.never : String(first),
                  last === null ? OUTCOMES.never : String(last),
                  direction === null ? OUTCOMES.tooFew : CHANGE_WORDS[direction],
                ],
                acts: [],
              })),
      },
      {
        title: OUTCOMES.times,
        columns: OUTCOMES.timeColumns,
        nothing: OUTCOMES.noTimes,
        rows: scores.toReversed().map((score) => {
          const when = momentInWords(score.happenedAt, { now, timezone });
          const what = care.outcomeWords[score.measure];
          return {
            cells: [
              what,
              answerOf(score, standing.has(score.id)),
              when,
              keeperOf(score) ?? nameOf(score.recordedBy),
            ],
            acts:
              records && standing.has(score.id) && mayChangeKept(door, score)
                ? [
                    {
                      text: OUTCOMES.correct,
                      about: `${what}, ${when}`,
                      href: `${path}/${score.id}/correct`,
                    },
                  ]
                : [],
          };
        }),
      },
    ],
  };
}

function answerOf({ answer, score, scaleHighest, supersedes }: OutcomeScore, stands: boolean): string {
  const said = answer === 'scored' ? `${score} of ${scaleHighest}` : NO_SCORE_WORDS[answer];
  if (!stands) return `${said} (${OUTCOMES.corrected})`;
  return supersedes === null ? said : `${said} (${OUTCOMES.correction})`;
}
