import { instant } from '#libs/domain';
import { deadlineInWords } from '../formatting/deadline-words';
import { timeOfDay } from '../formatting/moments';
import { wrongFields } from '../pages/form-acts/wrong-fields';

const at = { now: instant('2026-09-01T14:05:00Z'), timezone: 'Europe/London' };

export function partsPage() {
  const errors = [
    { field: 'known-as', message: 'Enter a name, or what the person is known as' },
    { field: 'outcome', message: 'Select what happened' },
  ];
  return {
    errors,
    wrong: wrongFields(errors),
    safeContact: {
      title: 'Safe contact',
      stop: false,
      lines: [
        'Call only between 10am and 4pm',
        'Leave no voicemail',
        'If someone else answers, say it is a survey',
      ],
    },
    doNotCall: { title: 'Do not call', stop: true, lines: ['Someone else answered today at 1:10pm'] },
    due: deadlineInWords(instant('2026-09-01T15:30:00Z'), at),
    overdue: deadlineInWords(instant('2026-09-01T13:40:00Z'), at),
    asAt: timeOfDay(at.now, at.timezone),
    rows: ['WM-0142', 'WM-0139'].map((reference) => ({
      reference,
      due: deadlineInWords(instant('2026-09-02T16:00:00Z'), at),
      safety: 'A partner may answer the phone',
    })),
    nextHref: '/trial/parts?after=b3BhcXVl',
  };
}
