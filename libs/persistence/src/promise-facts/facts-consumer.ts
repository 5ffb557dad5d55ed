import type { DataSource } from 'typeorm';
import { JournalConsumer } from '../journal-tail';
import type { Side } from './figure-build';
import { projectEntries } from './project-entries';

/** The place up to which one side has read the journal. */
export function cursorOf(side: Side): string {
  return `promise-facts-${side}`;
}

/** Reads the journal into one side. */
export function factsConsumer(
  source: DataSource,
  { side, limit }: { readonly side: Side; readonly limit?: number },
): JournalConsumer {
  return new JournalConsumer(source, {
    consumer: cursorOf(side),
    ...(limit === undefined ? {} : { limit }),
    handle: (manager, entries) => projectEntries(manager, side, entries),
  });
}
