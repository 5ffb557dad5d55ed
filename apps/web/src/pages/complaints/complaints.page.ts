import { complaintDueAt, complaintMachine, mayDo, type Complaint, type ComplaintEvent } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import type { RecordRow, RecordsView } from '../case-records/record-pages';
import type { FrameParts } from '../cases/case-frame.page';
import { ABOUT_WORDS, COMPLAINTS, FINDING_WORDS, STATE_WORDS, STEP_WORDS } from './complaints.copy';

/** The complaints of a case that the reader may see; one of them opened when they asked for it. */
export function complaintsPage(
  parts: FrameParts,
  {
    complaints,
    opened,
  }: {
    readonly complaints: readonly Complaint[];
    readonly opened: { readonly id: Complaint['id']; readonly words: string | null } | null;
  },
): RecordsView {
  const { summary, actor } = parts;
  const path = `/cases/${summary.caseId}/complaints`;
  const shown = complaints.find(({ id }) => id === opened?.id);
  return {
    title: COMPLAINTS.title,
    intro: COMPLAINTS.intro,
    acts: mayDo(actor, 'record-complaint') ? [{ text: COMPLAINTS.add, href: `${path}/new` }] : [],
    sections: [
      ...(shown === undefined
        ? []
        : [
            {
              title: COMPLAINTS.words,
              columns: [COMPLAINTS.columns[0], COMPLAINTS.words],
              nothing: '',
              rows: [{ cells: [ABOUT_WORDS[shown.about], opened?.words ?? COMPLAINTS.unreadable], acts: [] }],
            },
          ]),
      {
        title: COMPLAINTS.section,
        columns: COMPLAINTS.columns,
        nothing: COMPLAINTS.nothing,
        rows: complaints.map((complaint) => complaintRow(complaint, parts, path)),
      },
    ],
  };
}

function complaintRow(complaint: Complaint, { actor, now, timezone }: FrameParts, path: string): RecordRow {
  const { id, about, receivedAt, state, finding } = complaint;
  const due = complaintDueAt(complaint);
  const received = momentInWords(receivedAt, { now, timezone });
  const steps = Object.keys(complaintMachine.transitions[state]) as ComplaintEvent[];
  const named = `${ABOUT_WORDS[about]}, ${received}`;
  return {
    cells: [
      ABOUT_WORDS[about],
      received,
      finding === null
        ? STATE_WORDS[state]
        : `${STATE_WORDS[state]}: ${FINDING_WORDS[finding].toLowerCase()}`,
      due === null ? COMPLAINTS.settled : momentInWords(due, { now, timezone }),
    ],
    tag: due !== null && now > due ? COMPLAINTS.late : null,
    acts: [
      { text: COMPLAINTS.read, about: named, href: `${path}/${id}` },
      ...(mayDo(actor, 'handle-complaints')
        ? steps.map((step) => ({ text: STEP_WORDS[step], about: named, href: `${path}/${id}/${step}` }))
        : []),
    ],
  };
}
