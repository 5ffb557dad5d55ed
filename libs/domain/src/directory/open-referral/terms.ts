import { derivedId } from './derived-id';
import type { OrAttribute, OrService } from './shape';

/** What Waymark says beyond the standard, each as a taxonomy of its own. */
export const TAXONOMIES = [
  'kind',
  'reached-by',
  'stage',
  'gender-served',
  'women-only-space',
  'worker-gender',
  'eligibility',
  'interpreters',
  'access',
  'source',
  'opening',
  'closures',
  'team',
  'coverage',
  'funding',
  'location-district',
  'capacity',
] as const;
export type Taxonomy = (typeof TAXONOMIES)[number];

/** Those whose term is JSON. */
export const PARTED_TAXONOMIES = [
  'source',
  'opening',
  'closures',
  'coverage',
  'funding',
  'capacity',
] as const satisfies readonly Taxonomy[];
export type PartedTaxonomy = (typeof PARTED_TAXONOMIES)[number];

const PREFIX = 'waymark/';

/** One term; a code as it is, anything with parts as JSON. */
export function ownTerm(
  taxonomy: Taxonomy,
  term: string,
  link: { readonly id: string; readonly type: string; readonly place?: number },
): OrAttribute {
  const name = `${link.id} ${taxonomy} ${link.place ?? 0}`;
  return {
    id: derivedId(`attribute ${name}`),
    link_id: link.id,
    taxonomy_term_id: derivedId(`term ${taxonomy} ${term}`),
    link_type: link.type,
    taxonomy_term: { id: derivedId(`term ${taxonomy} ${term}`), taxonomy: `${PREFIX}${taxonomy}`, term },
  };
}

/** Terms of ours in a file, by taxonomy and by what they hang on. */
export class OwnTerms {
  private readonly attributes: readonly OrAttribute[];

  constructor({ attributes = [] }: Pick<OrService, 'attributes'>) {
    this.attributes = attributes;
  }

  all(taxonomy: Taxonomy, linkId?: string): readonly string[] {
    return this.attributes.flatMap(({ taxonomy_term: own, link_id }) =>
      own?.taxonomy === `${PREFIX}${taxonomy}` && own.term !== undefined && (linkId ?? link_id) === link_id
        ? [own.term]
        : [],
    );
  }

  one(taxonomy: Taxonomy, linkId?: string): string | undefined {
    return this.all(taxonomy, linkId)[0];
  }

  /** Terms of a list of codes, those among the known ones; null where the file says nothing of it. */
  codes<Code extends string>(taxonomy: Taxonomy, known: readonly Code[]): readonly Code[] | null {
    const terms = this.all(taxonomy);
    return terms.length === 0 ? null : known.filter((code) => terms.includes(code));
  }

  /** A term with parts; undefined where there is none or it is not JSON. */
  parts(taxonomy: Taxonomy, linkId?: string): unknown {
    const term = this.one(taxonomy, linkId);
    if (term === undefined) return undefined;
    try {
      return JSON.parse(term);
    } catch {
      return undefined;
    }
  }

  /** Places of terms that are no taxonomy of ours: they are somebody else's and not kept. */
  foreign(): readonly number[] {
    return this.attributes.flatMap(({ taxonomy_term: own }, index) =>
      own?.taxonomy !== undefined && TAXONOMIES.some((taxonomy) => own.taxonomy === `${PREFIX}${taxonomy}`)
        ? []
        : [index],
    );
  }
}
