import type { CellRef, DisclosureRule, PublishedTable, TableLink } from '#libs/domain';

/** Tables as anybody reads them, those of earlier releases among them, and what is known of how they hang together. */
export interface TriedRelease {
  readonly rule: DisclosureRule;
  readonly tables: readonly PublishedTable[];
  readonly links: readonly TableLink[];
}

/**
 * What an attacker found out. `narrow`: a hidden cell lies between two numbers that are too near to each other;
 * `supposing` is told when that needs the hidden parts of one sum taken for small ones. `unprotected`: a number that the
 * rule does not let stand as it is. `contradiction`: what is said to be certain of these tables cannot be true.
 */
export type AttackFinding =
  | {
      readonly kind: 'narrow';
      readonly cell: CellRef;
      readonly title: string;
      readonly least: number;
      readonly most: number;
      readonly supposing: boolean;
    }
  | { readonly kind: 'unprotected'; readonly cell: CellRef; readonly title: string; readonly value: number }
  | { readonly kind: 'contradiction'; readonly titles: readonly string[] };

/** Tries a release with nothing but what is published. It finds nothing in one that may be published. */
export interface ReleaseAttacker {
  attack(release: TriedRelease): Promise<readonly AttackFinding[]>;
}
