/** What a spreadsheet takes for the beginning of a formula, also after spaces, in any of its notations. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A table as a CSV file (RFC 4180): every line ends with CR LF, a value with a comma, a quote or a line end stands in
 * quotes. A value that a spreadsheet would run as a formula begins with an apostrophe, so that a file which somebody
 * opens by hand does nothing but show what was written (OWASP, CSV injection).
 *
 * Example: `=1+1` is written as `'=1+1`, and `O"Hara, A` as `"O""Hara, A"`.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
