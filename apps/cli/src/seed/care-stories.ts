import type { NoteWorks } from '#libs/casework';
import { appointmentStories } from './appointment-stories';
import { complaintStories } from './complaint-stories';
import { followed } from './followed';
import { needStories } from './need-stories';
import { noteStories } from './note-stories';
import { reviewStories } from './review-stories';
import type { Scene, Today } from './scene';
import { serviceCareStories } from './service-care-stories';
import { voiceStories } from './voice-stories';

/** Support as it goes on: what the records of a few people hold who have been supported for a while. */
export function careStories(
  today: Today & { readonly days: number; readonly notes: NoteWorks },
): readonly Scene[] {
  const { begin, life } = followed(today);
  return [
    begin,
    ...needStories(life),
    ...reviewStories(life),
    ...voiceStories(life),
    ...appointmentStories(life),
    ...complaintStories(life),
    ...noteStories(life),
    ...serviceCareStories(life),
  ];
}
