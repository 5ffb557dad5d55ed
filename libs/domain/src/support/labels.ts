import { SUPPORT_KINDS, type SupportKind } from '../directory/codes';

/** What the services of one area call a kind of support. The law knows the role; each service has its own name for it. */
export interface SupportLabel {
  /** As people say it among themselves: "ISVA", "ISVAA". */
  readonly short: string;
  readonly name: string;
  readonly plural: string;
}

export type SupportLabels = Readonly<Record<SupportKind, SupportLabel>>;

const LONGEST = { short: 24, name: 80, plural: 80 } as const;
const PARTS = ['short', 'name', 'plural'] as const;

/** What an area calls a kind of support; every pack has a label for each kind, so there is always one. */
export function labelOf(labels: SupportLabels, kind: SupportKind): SupportLabel {
  return labels[kind];
}

/**
 * Every fault of the labels of an area pack, each as the path of what is wrong and what to do; none when they may be
 * used. A kind without a label and a label of no kind are both faults: a page would show a hole, or nothing ever.
 */
export function labelFaults(file: unknown): readonly string[] {
  if (!isObject(file)) return ['the file must be an object with one entry for each kind of support'];
  const unknown = Object.keys(file).filter((key) => !(SUPPORT_KINDS as readonly string[]).includes(key));
  return [
    ...unknown.map(
      (key) => `${key}: is no kind of support; remove it, or use one of ${SUPPORT_KINDS.join(', ')}`,
    ),
    ...SUPPORT_KINDS.flatMap((kind) => faultsOf(kind, file[kind])),
  ];
}

function faultsOf(kind: SupportKind, label: unknown): readonly string[] {
  if (!isObject(label)) return [`${kind}: add { short, name, plural }`];
  return PARTS.flatMap((part) => {
    const text = label[part];
    if (typeof text !== 'string' || text.trim() === '')
      return [`${kind}.${part}: write what it is called here`];
    return text.length > LONGEST[part] ? [`${kind}.${part}: use ${LONGEST[part]} characters or fewer`] : [];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
