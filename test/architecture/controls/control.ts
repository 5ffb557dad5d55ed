/** Where a control is tried: a test file and words of the title of a test in it. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** One line of the map: a control, or several that one thing answers, in our own words. */
export interface ControlLine {
  /** Numbers as their lists have them: `API1`, `8.2.2`, or a range of one section, `6.2.1–12`. */
  readonly controls: string;
  readonly what: string;
  readonly proofs: readonly Proof[];
  /** What is not proved here, and why; of a line without proofs, the reason that it has none. */
  readonly open?: string;
}

/** `proof('app-setup.spec.ts', 'over https')`: files by the end of their path. */
export const proof = (file: string, title: string): Proof => ({ file, title });

/** `6.2.1–3` as `['6.2.1', '6.2.2', '6.2.3']`; several of them with commas between. */
export function numbersIn(controls: string): readonly string[] {
  return controls.split(', ').flatMap((part) => {
    const [, section, from, to] = /^(\d+\.\d+)\.(\d+)–(\d+)$/.exec(part) ?? [];
    if (section === undefined) return [part];
    const first = Number(from);
    return Array.from({ length: Number(to) - first + 1 }, (_, index) => `${section}.${first + index}`);
  });
}
