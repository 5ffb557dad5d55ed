import {
  fromOpenReferral,
  toOpenReferral,
  type AgencyId,
  type ImportDefaults,
  type ImportedService,
  type ListedService,
  type OrService,
  type Unmapped,
} from '#libs/domain';
import { districtsEver, type AreaPack } from '../area-pack';
import { readOpenReferral, type OpenReferralRead } from './read-open-referral';

/** A page of services as an Open Referral API answers it, with everything on one page. */
export interface DirectoryFile {
  readonly total_items: number;
  readonly total_pages: 1;
  readonly page_number: 1;
  readonly size: number;
  readonly first_page: true;
  readonly last_page: true;
  readonly empty: boolean;
  readonly contents: readonly OrService[];
}

/** The whole directory as a file, and what of each service the standard has no place for. */
export function directoryFile(
  listed: readonly ListedService[],
  { pack, agencyName }: { readonly pack: AreaPack; readonly agencyName: (id: AgencyId) => string },
): {
  readonly file: DirectoryFile;
  readonly unmapped: readonly { readonly name: string; readonly parts: readonly Unmapped[] }[];
} {
  const districts = new Map(districtsEver(pack.districts).map(({ code, name }) => [code, name]));
  const written = listed.map((each) => ({
    name: each.service.name,
    ...toOpenReferral(each, {
      agencyName: agencyName(each.service.agencyId),
      kindName: pack.labels[each.service.kind].name,
      districtName: (code) => districts.get(code) ?? code,
    }),
  }));
  const contents = written.map(({ service }) => service);
  const page = { total_pages: 1, page_number: 1, first_page: true, last_page: true } as const;
  const size = contents.length;
  return {
    file: { ...page, total_items: size, size, empty: size === 0, contents },
    unmapped: written.map(({ name, unmapped }) => ({ name, parts: unmapped })),
  };
}

/** One record of a file: what it says as a service, or what it breaks of the schema. */
export type FileRecord = { readonly place: number } & (
  | { readonly kind: 'sound'; readonly imported: ImportedService }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
);

export type DirectoryFileRead =
  | { readonly kind: 'read'; readonly records: readonly FileRecord[] }
  | Extract<OpenReferralRead, { kind: 'unreadable' }>;

export function readDirectoryFile(text: string, pack: AreaPack, today: string): DirectoryFileRead {
  const read = readOpenReferral(text);
  if (read.kind === 'unreadable') return read;
  const defaults = defaultsOf(pack, today);
  const records = read.records.map((record): FileRecord => {
    const { place } = record;
    if (record.kind === 'faulty') return { place, kind: 'faulty', faults: record.faults };
    return { place, kind: 'sound', imported: fromOpenReferral(record.service, defaults) };
  });
  return { kind: 'read', records };
}

function defaultsOf(pack: AreaPack, today: string): ImportDefaults {
  const districts = districtsEver(pack.districts);
  const byName = new Map(
    districts.flatMap(({ code, name }) => [
      [code.toLowerCase(), code],
      [name.toLowerCase(), code],
    ]),
  );
  const kept = pack.calendars.find(({ hours }) => hours.holidays.length > 0)?.hours;
  const { holidays = [], knownUntil } = kept ?? {};
  return {
    today,
    timezone: pack.timezone,
    bankHolidays: knownUntil === undefined ? { holidays } : { holidays, knownUntil },
    districtOf: (text) => byName.get(text.trim().toLowerCase()),
  };
}
