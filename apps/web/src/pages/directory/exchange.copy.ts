import type { ImportRefusal } from '#libs/casework';
import type { UnmappedWhy } from '#libs/domain';

export const EXCHANGE = {
  title: 'Import or export',
  intro:
    'The directory can be read and written as Open Referral UK, the format in which English councils publish services. What it has no place for, such as a time zone, how well an area is known or how much room there is, travels as terms of Waymark’s own and comes back unchanged.',
  exportTitle: 'Export',
  exportLink: 'Download the whole directory (JSON)',
  importTitle: 'Import',
  whose: 'Whose file is it?',
  whoseHint:
    'What a file says of itself proves nothing. A file of one organisation changes the services of that organisation alone.',
  whoseNew: 'An organisation that is not here yet',
  whoseMany: 'A directory of many organisations, such as an export of this one',
  whoseMissing: 'Choose whose file it is',
  choose: 'Choose',
  file: 'Paste the file',
  fileHint:
    'JSON with one service, a list, or a page of them. First you see what would happen to each; nothing is changed until you say so. A larger file goes through the command line (waymark directory import).',
  fileMissing: 'Paste the file',
  check: 'See what would happen',
  go: 'Import what can be taken',
  again: 'Import another file',
  checkedTitle: 'What would happen',
  doneTitle: 'What was imported',
  nothingYet: 'Nothing has been changed yet.',
  tableLabel: 'The records of the file',
  head: { place: 'Record', name: 'Service', answer: 'What happens', left: 'Left out or assumed' },
  unnamed: 'Not readable',
  nothingLeft: 'Nothing',
  added: 'Added',
  addedWithAgency: 'Added, and its organisation with it',
  changed: (parts: string) => `Changed: ${parts}`,
  same: 'The same as here',
  refused: (why: string) => `Not taken. ${why}`,
  toConfirm: (districts: number) =>
    districts === 1
      ? 'The file says that it is known to cover a district. Somebody confirms that here first.'
      : `The file says that it is known to cover ${districts} districts. Somebody confirms them here first.`,
  stateDiffers:
    'The file says otherwise of whether it is open. A file does not change that: take it out of the directory, or put it back, on its own page.',
  schema: (faults: string) => `It does not keep to the format: ${faults}`,
  unreadable: {
    'not-json': 'This is not JSON. Paste the whole file, from its first bracket to its last',
    'no-services': 'There is no service in this file',
    'too-long': 'This file is longer than any directory. Divide it',
    'too-many': 'This file has more than 500 services. Divide it',
  },
} as const;

export const IMPORT_REFUSALS: Readonly<Record<ImportRefusal, string>> = {
  'no-organisation': 'It does not say which organisation runs it.',
  'organisation-is-no-provider': 'Its organisation is here already, and is not one that gives support.',
  twice: 'It is in the file twice; the first one counts.',
  'another-organisation': 'It is of another organisation than the one whose file this is.',
  'organisation-is-here': 'Its organisation is here already. Choose it as the one whose file this is.',
  'room-impossible': 'What it says of posts, its limit or its list cannot be.',
};

export const UNMAPPED_WORDS: Readonly<Record<UnmappedWhy, string>> = {
  'zone-not-in-the-standard': 'the format knows no time zone',
  'capacity-not-in-the-standard': 'the format has no place for room',
  'evidence-not-in-the-standard': 'the format does not say how well an area is known',
  'closures-not-in-the-standard': 'the format has no place for closures',
  'only-as-a-term-of-ours': 'only as a term of Waymark’s own',
  'field-not-kept-here': 'not kept here',
  'person-not-kept-here': 'people are not kept in the directory',
  'schedule-not-weekly': 'not a time of every week: left out',
  'fixed-offset-read-as-local': 'a fixed offset: read as the time of the clock',
  'area-unknown': 'no district of this area: left out',
  'access-unknown': 'not one of the kinds of access here: left out',
  'language-unknown': 'no language tag: left out',
  assumed: 'not said in the file: assumed, to be confirmed',
};
