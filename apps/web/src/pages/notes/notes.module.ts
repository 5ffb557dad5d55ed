import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { NoteFormsController } from './note-forms.controller';
import { NotesController } from './notes.controller';
import { NotesReading } from './notes-reading';

@Module({
  imports: [ColleaguesModule],
  controllers: [NotesController, NoteFormsController],
  providers: [NotesReading],
})
export class NotesModule {}
