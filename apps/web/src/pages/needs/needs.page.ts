import type { SupportWords } from '#libs/casework';
import { mayDo, NEED_AREAS, needsNow, type RiskFlag } from '#libs/domain';
import type { NeedsOfCase } from '#libs/persistence';
import { calendarDay, momentInWords } from '../../formatting/moments';
import type { FrameParts } from '../cases/case-frame.page';
import { todayOf } from '../case-records/field-kinds';
import type { RecordsView } from '../case-records/record-pages';
import type { NameOf } from '../colleagues/colleagues';
import { ANSWER_WORDS, AREA_WORDS, ENDING_WORDS, NEEDS, RISK_WORDS } from './needs.copy';

/** What a case says of needs and risks, and what may be done about them. */
export function needsPage(
  parts: FrameParts & {
    readonly needs: NeedsOfCase;
    readonly words: SupportWords;
    readonly nameOf: NameOf;
  },
): RecordsView {
  const { summary, actor, needs, words, nameOf, now, timezone } = parts;
  const path = `/cases/${summary.caseId}/needs`;
  const time = { now, timezone };
  const today = todayOf(time);
  const keeps = mayDo(actor, 'keep-needs');
  const seen = ({ raisedBy, raisedAt }: RiskFlag) => `${nameOf(raisedBy)}, ${momentInWords(raisedAt, time)}`;
  const standing = needs.risks.filter(({ state }) => state === 'standing');
  const closed = needs.risks.filter(({ state }) => state === 'closed');
  const current = needsNow(needs.assessments);
  return {
    title: NEEDS.title,
    intro: NEEDS.intro,
    acts:
      keeps && summary.closedAt === null
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
          acts: keeps
            ? [
                { text: NEEDS.review, about: RISK_WORDS[risk.risk], href: `${path}/risks/${risk.id}/review` },
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
        rows: needs.assessments.map(({ assessedBy, happenedAt, answers }) => ({
          cells: [
            momentInWords(happenedAt, time),
            nameOf(assessedBy),
            String(NEED_AREAS.filter((area) => answers[area] !== 'not-asked').length),
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
