import type { SupportWords } from '#libs/casework';
import { mayChangeKept, NEED_AREAS, needsNow, type RiskFlag } from '#libs/domain';
import type { NeedsOfCase } from '#libs/persistence';
import { calendarDay, momentInWords } from '../../formatting/moments';
import { todayOf } from '../case-records/field-kinds';
import type { KeeperOf } from '../case-records/keepers';
import { keepsAt, type RecordDoor, type RecordsView } from '../case-records/record-pages';
import type { NameOf } from '../colleagues/colleagues';
import { ANSWER_WORDS, AREA_WORDS, ENDING_WORDS, NEEDS, RISK_WORDS } from './needs.copy';

/** What a case says of needs and risks, and what may be done about them. */
export function needsPage(
  door: RecordDoor,
  parts: {
    readonly needs: NeedsOfCase;
    readonly words: SupportWords;
    readonly nameOf: NameOf;
    readonly keeperOf: KeeperOf;
  },
): RecordsView {
  const { now, timezone } = door;
  const { needs, words, nameOf, keeperOf } = parts;
  const path = `${door.base}/needs`;
  const time = { now, timezone };
  const today = todayOf(time);
  const keeps = keepsAt(door, 'keep-needs');
  const seen = (risk: RiskFlag) =>
    `${keeperOf(risk) ?? nameOf(risk.raisedBy)}, ${momentInWords(risk.raisedAt, time)}`;
  const standing = needs.risks.filter(({ state }) => state === 'standing');
  const closed = needs.risks.filter(({ state }) => state === 'closed');
  const current = needsNow(needs.assessments);
  return {
    title: NEEDS.title,
    intro: NEEDS.intro,
    acts:
      keeps && !door.closed
        ? [
            { text: NEEDS.add, href: `${path}/risks/new` },
            { text: NEEDS.assess, href: `${path}/new` },
          ]
        : [],
    sections: [
      {
        title: NEEDS.risksTitle,
        columns: NEEDS.riskColumns,
        nothing: NEEDS.noRisks,
        rows: standing.map((risk) => ({
          cells: [
            RISK_WORDS[risk.risk],
            seen(risk),
            words.noteOf(risk.id) ?? NEEDS.wordless,
            calendarDay(risk.reviewOn),
          ],
          tag: risk.reviewOn <= today ? NEEDS.late : null,
          acts:
            keeps && mayChangeKept(door, risk)
              ? [
                  {
                    text: NEEDS.review,
                    about: RISK_WORDS[risk.risk],
                    href: `${path}/risks/${risk.id}/review`,
                  },
                  { text: NEEDS.close, about: RISK_WORDS[risk.risk], href: `${path}/risks/${risk.id}/close` },
                ]
              : [],
        })),
      },
      {
        title: NEEDS.areasTitle,
        intro: NEEDS.areasIntro,
        columns: NEEDS.areaColumns,
        nothing: NEEDS.noAreas,
        rows:
          needs.assessments.length === 0
            ? []
            : NEED_AREAS.map((area) => ({
                cells: [AREA_WORDS[area], ANSWER_WORDS[current[area]]],
                acts: [],
              })),
      },
      {
        title: NEEDS.historyTitle,
        columns: NEEDS.historyColumns,
        nothing: NEEDS.noHistory,
        rows: needs.assessments.map((assessment) => ({
          cells: [
            momentInWords(assessment.happenedAt, time),
            keeperOf(assessment) ?? nameOf(assessment.assessedBy),
            String(NEED_AREAS.filter((area) => assessment.answers[area] !== 'not-asked').length),
          ],
          acts: [],
        })),
      },
      {
        title: NEEDS.closedTitle,
        columns: NEEDS.closedColumns,
        nothing: NEEDS.noClosed,
        rows: closed.map((risk) => ({
          cells: [
            RISK_WORDS[risk.risk],
            seen(risk),
            risk.ending === null ? '' : ENDING_WORDS[risk.ending],
            risk.closedAt === null ? '' : `${nameOf(risk.closedBy)}, ${momentInWords(risk.closedAt, time)}`,
          ],
          acts: [],
        })),
      },
    ],
  };
}
