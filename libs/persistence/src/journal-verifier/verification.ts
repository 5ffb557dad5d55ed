/** Which row: `line` counts from 1 in what was read. */
export interface RowName {
  readonly line: number;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly sequence: number;
}

export type JournalFault =
  | { readonly kind: 'unreadable'; readonly line: number }
  /** Its content does not give its leaf hash. */
  | ({ readonly kind: 'altered' } & RowName)
  | ({ readonly kind: 'out-of-order' } & RowName)
  | ({ readonly kind: 'repeated' } & RowName)
  /** Rows of a subject that were not among what was read, though later ones were. */
  | {
      readonly kind: 'gap';
      readonly subject: RowName['subject'];
      readonly from: number;
      readonly to: number;
    };

export interface Verification {
  readonly rows: number;
  readonly subjects: number;
  readonly faults: readonly JournalFault[];
}
