import { ATTEMPT_PARTS } from '#libs/domain';
import { barChart } from '../../../charts';
import { countInWords } from '../../promise/promise-words';
import { shareCell, workedOut } from '../figure-cells';
import { limbsOf, type FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { periodInWords } from '../figure-words';
import { FIRST_HEADS, REACH, SUPPORT } from '../live-figures.copy';

const OF_LIMBS = [
  { measure: 'first-attempt-in-time', name: REACH.attempted },
  { measure: 'first-conversation-in-time', name: REACH.contacted },
  { measure: 'passes-that-rest-on-confirmation', name: REACH.rests },
] as const;

/** Attempted beside contacted under each limb; who was reached at all, and at which attempt. */
export function reachTable(reading: FigureReading): FigureSection {
  const { asked, cells } = reading;
  const limbs = limbsOf(reading);
  const period = periodInWords(asked);
  const reached = { ...asked, measure: 'reached-at-all' };
  const attempts = ATTEMPT_PARTS.map((part) => ({
    part,
    name: REACH.attempts[part],
    working: workedOut('attempts-to-reach', cells, { part }),
  }));
  const chart = barChart({
    id: 'attempts',
    title: REACH.chartTitle,
    subtitle: REACH.chartWords(period),
    rows: attempts.map(({ name, working }) => ({
      name,
      detail: '',
      datum: { kind: 'drawn', value: working.numerator, words: countInWords(working.numerator) },
    })),
  });
  return {
    intro: [REACH.note],
    charts: chart === undefined ? [] : [chart],
    tables: [
      {
        caption: `${REACH.caption}, ${period}`,
        firstHead: FIRST_HEADS.county,
        heads: limbs.map(({ name }) => name),
        rows: OF_LIMBS.map(({ measure, name }) => ({
          name,
          cells: limbs.map(({ limb, name: limbName }) =>
            shareCell(
              workedOut(measure, cells, { limb }),
              { ...asked, measure, limb },
              `${name}, ${limbName}`,
            ),
          ),
        })),
      },
      {
        caption: REACH.atAllCaption,
        firstHead: FIRST_HEADS.county,
        heads: [SUPPORT.shareHead],
        rows: [
          {
            name: REACH.atAll,
            cells: [shareCell(workedOut(reached.measure, cells), reached, REACH.atAll)],
          },
        ],
      },
      {
        caption: REACH.attemptsCaption,
        firstHead: REACH.attemptsHead,
        heads: [REACH.countHead],
        rows: attempts.map(({ part, name, working }) => ({
          name,
          cells: [shareCell(working, { ...asked, measure: 'attempts-to-reach', part }, name)],
        })),
      },
    ],
    notes: [],
  };
}
