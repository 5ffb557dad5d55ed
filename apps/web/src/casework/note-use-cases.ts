import type { Provider } from '@nestjs/common';
import {
  KeepDisclosure,
  MoveNote,
  OpenWalls,
  ReadNotes,
  ReadTherapyMilestones,
  RecordTherapyMilestone,
  WriteNote,
  type NoteWorks,
  type Vault,
} from '#libs/casework';
import { SystemIds } from '#libs/persistence';
import { NOTE_WORKS } from './tokens';

/** The use cases that run behind a wall of notes, each on that wall's own role. */
export function noteUseCases(vault: Vault): Provider[] {
  const ids = new SystemIds();
  return [
    behind(OpenWalls, (works) => new OpenWalls(works)),
    behind(ReadNotes, (works) => new ReadNotes(works, vault)),
    behind(WriteNote, (works) => new WriteNote(works, vault, ids)),
    behind(KeepDisclosure, (works) => new KeepDisclosure(works, ids)),
    behind(MoveNote, (works) => new MoveNote(works, vault, ids)),
    behind(ReadTherapyMilestones, (works) => new ReadTherapyMilestones(works)),
    behind(RecordTherapyMilestone, (works) => new RecordTherapyMilestone(works, ids)),
  ];
}

function behind(
  provide: new (...parts: never[]) => object,
  useFactory: (works: NoteWorks) => object,
): Provider {
  return { provide, inject: [NOTE_WORKS], useFactory };
}
