import { compareVersions, type CodeVersion, type Entitlement, type Limit } from '#libs/domain';
import { calendarDay } from '../../formatting/moments';
import { HANDLING_WORDS, HOLDERS, MANNER_WORDS, RIGHTS } from '../duties/rights.copy';
import { CATALOGUE, COMPARE, EVIDENCE_LEVEL, PARTS, UNIT_WORDS } from './code.copy';

/** The catalogue of one version, with every version that there is. */
export function cataloguePage(versions: readonly CodeVersion[], shown: CodeVersion) {
  return {
    words: CATALOGUE,
    title: CATALOGUE.title,
    rowsTitle: CATALOGUE.rows(shown.version),
    note: shown.note,
    versions: versions.map((one) => ({
      version: one.version,
      name: one.name,
      from: one.inForceFrom === null ? CATALOGUE.draft : calendarDay(one.inForceFrom),
      to:
        one.inForceTo === null ? (one.status === 'draft' ? '' : CATALOGUE.open) : calendarDay(one.inForceTo),
      known: CATALOGUE.counts(
        one.entitlements.filter(({ evidence }) => evidence === 'restated').length,
        one.entitlements.length,
      ),
      see: { href: `/victims-code?version=${one.version}`, text: CATALOGUE.see(one.version) },
    })),
    comparisons: versions
      .filter(({ version }) => version !== shown.version)
      .map(({ version }) => ({
        href: `/victims-code/compare?before=${shown.version}&after=${version}`,
        text: CATALOGUE.compare(shown.version, version),
      })),
    rows: shown.entitlements.map((one) => ({
      id: one.id,
      right: RIGHTS.right(one.right),
      title: one.title,
      owedBy: owedBy(one),
      limit: timeOf(one),
      handling: HANDLING_WORDS[one.handling],
      evidence: EVIDENCE_LEVEL[one.evidence],
      sources: one.sources.join('; '),
    })),
  };
}

/** Two versions side by side, with how many open duties each difference would change. */
export function comparePage(
  { before, after }: { readonly before: CodeVersion; readonly after: CodeVersion },
  open: ReadonlyMap<string, number>,
) {
  const lines = compareVersions(before, after).map(
    ({ id, before: one, after: other, parts, changesDuties }) => ({
      id,
      before: one === null ? COMPARE.absent : said(one),
      after: other === null ? COMPARE.absent : said(other),
      parts: parts.map((part) => PARTS[part] ?? part).join(', '),
      count: changesDuties ? (open.get(id) ?? 0) : null,
    }),
  );
  return {
    words: COMPARE,
    title: COMPARE.title,
    intro: COMPARE.intro(before.version, after.version),
    beforeHeading: COMPARE.before(before.version),
    afterHeading: COMPARE.after(after.version),
    lines: lines.map(({ count, ...line }) => ({
      ...line,
      open: count === null ? COMPARE.wording : String(count),
    })),
    total: COMPARE.total(lines.reduce((sum, { count }) => sum + (count ?? 0), 0)),
  };
}

function said(one: Entitlement): string {
  return `${RIGHTS.right(one.right)}. ${one.title}. ${owedBy(one)}; ${timeOf(one)}.`;
}

function owedBy(one: Entitlement): string {
  return one.owedBy.map((holder) => HOLDERS[holder]).join(' or ');
}

const inWords = ({ unit, value }: Limit) => UNIT_WORDS[unit](value);

function timeOf({ limits, proposal, manner }: Entitlement): string {
  const { standard, enhanced } = limits;
  if (standard !== null && enhanced !== null)
    return inWords(standard) === inWords(enhanced)
      ? inWords(standard)
      : CATALOGUE.both(inWords(standard), inWords(enhanced));
  if (proposal !== null) return CATALOGUE.proposed(inWords(proposal));
  return manner === null ? RIGHTS.noLimit : (MANNER_WORDS[manner] ?? manner);
}
