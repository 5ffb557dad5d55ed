/** An address as people read it out: `www.nhs.uk/sarcs`. */
export function siteOf(address: string): string {
  return address.replace(/^https:\/\//, '');
}
