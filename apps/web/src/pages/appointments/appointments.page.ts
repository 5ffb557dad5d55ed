import type { SupportWords } from '#libs/casework';
import { mayChangeKept, type Appointment } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import { keepsAt, type RecordDoor, type RecordsView } from '../case-records/record-pages';
import type { KeeperOf } from '../case-records/keepers';
import { APPOINTMENTS, PLACE_WORDS, REASON_WORDS, STATE_WORDS } from './appointments.copy';

const BEFORE = ['confirm', 'remind', 'move', 'cancel'] as const;
const AFTER = ['attend', 'not-attend', 'cancel'] as const;

export function appointmentsPage(
  door: RecordDoor,
  {
    appointments,
    words,
    keeperOf,
  }: {
    readonly appointments: readonly Appointment[];
    readonly words: SupportWords;
    readonly keeperOf: KeeperOf;
  },
): RecordsView {
  const { now, timezone, card } = door;
  const path = `${door.base}/appointments`;
  const keeps = keepsAt(door, 'keep-appointments');
  const before = BEFORE.filter((act) => act !== 'remind' || card !== null);
  const row = (appointment: Appointment) => {
    const { id, startsAt, place, state, reason, settledAt } = appointment;
    const when = momentInWords(startsAt, { now, timezone });
    const open = settledAt === null;
    const keeper = keeperOf(appointment);
    const begun = startsAt <= now;
    const offered = begun ? AFTER : before.filter((act) => act !== 'confirm' || state === 'booked');
    return {
      cells: [
        when,
        PLACE_WORDS[place],
        words.noteOf(id) ?? APPOINTMENTS.wordless,
        [
          reason === null
            ? STATE_WORDS[state]
            : `${STATE_WORDS[state]}: ${REASON_WORDS[reason].toLowerCase()}`,
          ...(keeper === null ? [] : [keeper]),
        ].join('. '),
      ],
      tag: open && begun ? APPOINTMENTS.tellNow : null,
      acts:
        keeps && open && mayChangeKept(door, appointment)
          ? offered.map((act) => ({ text: APPOINTMENTS[act], about: when, href: `${path}/${id}/${act}` }))
          : [],
    };
  };
  return {
    title: APPOINTMENTS.title,
    intro: APPOINTMENTS.intro,
    acts: keeps && !door.closed ? [{ text: APPOINTMENTS.book, href: `${path}/new` }] : [],
    sections: [
      {
        title: APPOINTMENTS.ahead,
        columns: APPOINTMENTS.columns,
        nothing: APPOINTMENTS.nothingAhead,
        rows: appointments.filter(({ settledAt }) => settledAt === null).map(row),
      },
      {
        title: APPOINTMENTS.past,
        columns: APPOINTMENTS.columns,
        nothing: APPOINTMENTS.nothingPast,
        rows: appointments.filter(({ settledAt }) => settledAt !== null).map(row),
      },
    ],
  };
}
