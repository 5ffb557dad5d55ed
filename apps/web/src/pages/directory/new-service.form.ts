import type { AgencyId, DirectoryService, ServiceDraft, ServiceId } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { DirectoryRead } from './directory-reading';
import type { PartRaw } from './form-sheet';
import { NEW_PARTS } from './parts/parts';
import type { PartAbout } from './parts/service-part';

export const NEW_NAMES = {
  single: ['agency', ...NEW_PARTS.flatMap(({ part }) => part.single)],
  lists: NEW_PARTS.flatMap(({ part }) => part.lists),
};

/** What a form for a new service begins with: nothing chosen that somebody should choose. */
export function blankService({ timezone }: Pick<DirectoryRead, 'timezone'>): DirectoryService {
  return {
    id: '' as ServiceId,
    agencyId: '' as AgencyId,
    version: 0,
    kind: 'isva',
    name: '',
    state: 'open',
    reachedBy: 'handed-over',
    stage: 'recovery',
    funding: [],
    coverage: [],
    ages: { from: 0, to: null },
    genders: [],
    womenOnlySpace: false,
    workerGenders: [],
    eligibility: [],
    languages: ['en'],
    interpreters: false,
    access: [],
    opening: { timezone, schedule: {}, holidays: [] },
    closures: [],
    locations: [],
    inbox: { teamId: null, email: null, phone: null },
    source: { text: '', sample: false },
  };
}

export function newRaw(service: DirectoryService): PartRaw {
  const raws = NEW_PARTS.map(({ part }) => part.rawOf(service));
  const text = Object.assign({}, ...raws.map((raw) => raw.text)) as PartRaw['text'];
  const ticks = Object.assign({}, ...raws.map((raw) => raw.ticks)) as PartRaw['ticks'];
  const chosenByNobody = {
    agency: '',
    kind: '',
    reachedBy: '',
    stage: '',
    ageFrom: '',
    bankHolidays: 'closed',
  };
  return { text: { ...text, ...chosenByNobody }, ticks };
}

export function readNew(
  raw: PartRaw,
  blank: DirectoryService,
  about: PartAbout,
): { readonly draft: ServiceDraft; readonly errors: readonly FieldError[] } {
  const reads = NEW_PARTS.map(({ part }) => part.read(raw, blank, about));
  const errors = reads.flatMap((read) => (read.kind === 'wrong' ? read.errors : []));
  const drafts = reads.flatMap((read) => (read.kind === 'read' ? [read.draft] : []));
  return { draft: Object.assign({}, blank, ...drafts) as ServiceDraft, errors };
}
