import type { SupportWords } from '#libs/casework';
import { mayDo, type Appointment } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import type { RecordsView } from '../case-records/record-pages';
import type { FrameParts } from '../cases/case-frame.page';
import { APPOINTMENTS, PLACE_WORDS, REASON_WORDS, STATE_WORDS } from './appointments.copy';

const BEFORE = ['confirm', 'remind', 'move', 'cancel'] as const;
const AFTER = ['attend', 'not-attend', 'cancel'] as const;

export function appointmentsPage(
  parts: FrameParts & { readonly appointments: readonly Appointment[]; readonly words: SupportWords },
): RecordsView {
  const { summary, actor, appointments, words, now, timezone } = parts;
  const path = `/cases/${summary.caseId}/appointments`;
  const keeps = mayDo(actor, 'keep-appointments');
  const row = (appointment: Appointment) => {
    const { id, startsAt, place, state, reason, settledAt } = appointment;
    const when = momentInWords(startsAt, { now, timezone });
    const open = settledAt === null;
    const begun = startsAt <= now;
    const offered = begun ? AFTER : BEFORE.filter((act) => act !== 'confirm' || state === 'booked');
    return {
      cells: [
        when,
        PLACE_WORDS[place],
        words.noteOf(id) ?? APPOINTMENTS.wordless,
        reason === null ? STATE_WORDS[state] : `${STATE_WORDS[state]}: ${REASON_WORDS[reason].toLowerCase()}`,
      ],
      tag: open && begun ? APPOINTMENTS.tellNow : null,
      acts:
        keeps && open
          ? offered.map((act) => ({ text: APPOINTMENTS[act], about: when, href: `${path}/${id}/${act}` }))
          : [],
    };
  };
  return {
    title: APPOINTMENTS.title,
    intro: APPOINTMENTS.intro,
    acts: keeps && summary.closedAt === null ? [{ text: APPOINTMENTS.book, href: `${path}/new` }] : [],
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
