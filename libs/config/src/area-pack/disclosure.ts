import { disclosureFaults, type DisclosureFault, type DisclosureRule } from '#libs/domain';
import type { PackPlace } from './pack-faults';
import * as s from './shape';

const COUNT = s.number({ from: 1, whole: true });

/** `disclosure.json`: how counts of people are published here. */
export const DISCLOSURE = s.record({
  id: s.text(),
  version: s.text(),
  source: s.text(),
  smallestShown: COUNT,
  step: COUNT,
  smallestPercentBase: COUNT,
  smallestFigureBase: COUNT,
  narrowestRange: COUNT,
  promiseCountyExact: s.yesOrNo,
});

const REMEDY: Readonly<Record<DisclosureFault, string>> = {
  'not-named': 'Write an id in small letters and hyphens, and a version such as 2026-1',
  'no-source': 'Say where it was read, or that it is an assumption',
  'shows-small-counts': 'Let smallestShown be 8 or more: an area may hide more, and never less',
  'step-no-multiple': 'Let step be 5, or a multiple of it',
  'rounds-to-nobody': 'Let step be no more than twice smallestShown, or a count that is shown would read 0',
  'base-too-small': 'Let smallestPercentBase be 10 or more, and smallestFigureBase 15 or more',
  'range-too-narrow': 'Let narrowestRange be 5 or more, and at most smallestShown less 2',
};

/** The rule of a pack, with a fault left for everything that could not be kept. */
export function disclosureOf(file: s.ValueOf<typeof DISCLOSURE>, at: PackPlace): DisclosureRule {
  for (const fault of disclosureFaults(file)) at.fault(fault, REMEDY[fault]);
  return file;
}
