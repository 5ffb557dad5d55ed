import type { DirectoryService, ServicePartKey } from '#libs/domain';
import { basicsPart } from './basics.part';
import { closuresPart } from './closures.part';
import { coveragePart } from './coverage.part';
import { fundingPart } from './funding.part';
import { inboxPart } from './inbox.part';
import { openingPart } from './opening.part';
import { placesPart } from './places.part';
import { lineOf, withoutLine, type RowPart } from './row-part';
import type { ServicePart } from './service-part';
import { whoPart } from './who.part';

export const PLAIN_PARTS = {
  basics: basicsPart,
  who: whoPart,
  opening: openingPart,
  inbox: inboxPart,
} as const satisfies Partial<Record<ServicePartKey, ServicePart>>;
export type PlainPartKey = keyof typeof PLAIN_PARTS;

export const ROW_PARTS = {
  coverage: coveragePart,
  closures: closuresPart,
  places: placesPart,
  funding: fundingPart,
} as const;
export type RowPartKey = keyof typeof ROW_PARTS;

/** One line of a list, bound to its place: the form of it, how many lines there are, and the list without it. */
export interface BoundLine {
  readonly part: ServicePart;
  readonly count: number;
  readonly without: ReturnType<typeof withoutLine>;
}

export function boundLine(key: RowPartKey, service: DirectoryService, place: number): BoundLine {
  const bind = <Row>(part: RowPart<Row>): BoundLine => ({
    part: lineOf(part, place),
    count: part.rowsOf(service).length,
    without: withoutLine(part, service, place),
  });
  switch (key) {
    case 'coverage':
      return bind(ROW_PARTS.coverage);
    case 'closures':
      return bind(ROW_PARTS.closures);
    case 'places':
      return bind(ROW_PARTS.places);
    case 'funding':
      return bind(ROW_PARTS.funding);
  }
}

/** What a new service needs before anybody can be sent there, on one page. */
export const NEW_PARTS: readonly { readonly key: ServicePartKey; readonly part: ServicePart }[] = [
  { key: 'basics', part: basicsPart },
  { key: 'who', part: whoPart },
  { key: 'coverage', part: lineOf(coveragePart, 0) },
  { key: 'opening', part: openingPart },
  { key: 'inbox', part: inboxPart },
];
