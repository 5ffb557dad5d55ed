import type { Entitlement, EvidenceLevel } from '#libs/domain';

export const CATALOGUE = {
  title: 'Catalogue of the Victims’ Code',
  intro:
    'What the Code gives, version by version, with how firmly each row is known. Check rows that are not “restated” against the Code before anybody relies on them. Versions are loaded from files and never changed.',
  versions: 'Versions',
  version: 'Version',
  name: 'Name',
  from: 'In force from',
  to: 'Until',
  open: 'no end is set',
  draft: 'a draft: it opens nothing',
  known: 'How firmly it is known',
  counts: (restated: number, all: number) => `${restated} of ${all} rows restated from a public body’s page`,
  see: (version: string) => `See the ${version} catalogue`,
  compare: (before: string, after: string) => `Compare ${before} with ${after}`,
  rows: (version: string) => `Rows of the ${version} Code`,
  id: 'Id',
  what: 'What',
  owedBy: 'Owed by',
  limit: 'Time',
  handling: 'What this service does',
  evidence: 'Known from',
  both: (standard: string, enhanced: string) => `${standard}; with Enhanced Rights ${enhanced}`,
  proposed: (limit: string) => `${limit} (this service’s own proposal, not law)`,
  note: 'Ids such as R4.5 are this service’s own and are not paragraph numbers of the Code.',
} as const;

export const COMPARE = {
  title: 'Two versions of the Code side by side',
  intro: (before: string, after: string) =>
    `What differs between ${before} and ${after}. A right that is open keeps the version under which it was opened; the count says how many open ones would be due otherwise, or owed otherwise, under the other version.`,
  same: 'These two versions do not differ.',
  before: (version: string) => `${version} says`,
  after: (version: string) => `${version} says`,
  parts: 'What differs',
  open: 'Open rights that differ',
  absent: 'No such right',
  wording: 'none: only how it is worded, placed or known',
  total: (count: number) => `${count} open ${count === 1 ? 'right' : 'rights'} in all would differ.`,
} as const;

export const EVIDENCE_LEVEL: Readonly<Record<EvidenceLevel, string>> = {
  restated: 'Restated by a public body',
  summary: 'Official summary, detail partly missing',
  official_statement: 'Statement to Parliament',
  older_code: 'An earlier Code: check it',
  recalled: 'General knowledge only: check it',
};

export const PARTS: Readonly<Partial<Record<keyof Entitlement, string>>> = {
  right: 'which right',
  title: 'what it says',
  owedBy: 'who owes it',
  opensOn: 'what opens it',
  clockStartsOn: 'what starts its clock',
  deliveredOn: 'what proves that it was done',
  limits: 'its time',
  manner: 'how it is owed',
  proposal: 'this service’s own time',
  upstream: 'the time of the body before',
  onlyIf: 'what it depends on',
  mayDecline: 'whether it may be declined',
  limitsThePerson: 'whether the person must meet it',
  repeats: 'whether it repeats',
  evidence: 'how firmly it is known',
  handling: 'what this service does',
};
export const UNIT_WORDS = {
  working_day: (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`,
  day: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
  month: (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`,
  year: (n: number) => `${n} ${n === 1 ? 'year' : 'years'}`,
} as const;
