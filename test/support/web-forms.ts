export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** What a browser would send of the form with this action if nobody typed anything. */
export function formOn(html: string, action: string): FormFields {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, tag]) => attribute(tag ?? '', 'action') === action);
  if (form === undefined) throw new Error(`the page has no form that goes to ${action}`);
  const fields = new Map<string, string[]>();
  for (const [name, value] of answersIn(form[2] ?? ''))
    fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}

/** Fields as they travel; a list is one field sent several times. */
export function encoded(fields: FormFields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

function answersIn(form: string): readonly (readonly [string, string])[] {
  const inputs = [...form.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag = '']) => {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')];
    const ticked = !/^(radio|checkbox)$/.test(type ?? '') || /\schecked\b/.test(tag);
    return name === undefined || !ticked ? [] : [[name, attribute(tag, 'value') ?? ''] as const];
  });
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => [attribute(tag, 'name') ?? '', decoded(text)] as const,
  );
  const lists = [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(
    ([, tag = '', options = '']) => {
      const chosen = /<option\b([^>]*\sselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options);
      return [attribute(tag, 'name') ?? '', attribute(chosen?.[1] ?? '', 'value') ?? ''] as const;
    },
  );
  return [...inputs, ...areas, ...lists];
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x2F;': '/',
  '&amp;': '&',
};

function decoded(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp|#39|#x2F);/g, (entity) => ENTITIES[entity] ?? entity);
}
